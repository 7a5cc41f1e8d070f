"""Formaten som en handling finns i, med filnamnets ändelse."""

ÄNDELSER = {"text": ".txt", "md": ".md", "html": ".html", "pdf": ".pdf", "docx": ".docx"}
