"""Formaten som en handling finns i, med filnamnets ändelse."""

LÄSBARA = {"text": ".txt", "md": ".md", "html": ".html", "pdf": ".pdf", "docx": ".docx"}
ÄNDELSER = LÄSBARA | {"xlsx": ".xlsx", "csv": ".csv", "json": ".json"}
