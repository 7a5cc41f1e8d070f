"""Våning 4: vilka fakta ett dokument visar och i vilken ordning; inga fasta ord.

Fälten här, och fälten i de poster som vyerna bär med sig, är de namn en mall får använda.
"""
