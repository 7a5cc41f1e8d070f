"""Våning 5: poster och filer, läsning och skrivning; känner YAML och sökvägar men ingen lag."""
