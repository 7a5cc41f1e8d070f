"""Reglerna, en fil för var och en; filen heter som regelns id."""
