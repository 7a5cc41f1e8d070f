"""Våning 3: uppdragens liv, ärendenas väg genom mötena och hänvisningar mellan beslut."""
