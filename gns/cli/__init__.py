"""Våning 7: kommandoraden; en fil per kommando och en rad per kommando i tabell.py."""
