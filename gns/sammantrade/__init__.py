"""Våning 3: vad som hände i rummet, uträknat ur mötets post."""
