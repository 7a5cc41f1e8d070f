"""Formaten som en handling finns i, med filnamnets ändelse."""

LÄSBARA = {"text": ".txt", "md": ".md", "html": ".html", "pdf": ".pdf", "docx": ".docx"}
ÄNDELSER = LÄSBARA | {"xlsx": ".xlsx", "csv": ".csv", "json": ".json"}
FORMELTECKEN = ("=", "+", "-", "@", "\t", "\r")  # så börjar det som ett kalkylprogram kan läsa som en formel i csv
