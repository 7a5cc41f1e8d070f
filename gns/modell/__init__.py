"""Våning 2: posterna och det som måste gälla inom en post; pydantic bor bara här."""
