"""Våning 6: stegen i varje ärende, i ordning."""
