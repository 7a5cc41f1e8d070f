"""Våning 4: vilka fakta ett dokument visar och i vilken ordning; inga fasta ord."""
