"""Git som läses och aldrig ändras: bara rörläggning, inget skal, inget nät och inga program som förrådet pekar ut."""
