"""Våning 4: det som lag, reglemente och praxis kräver av posterna."""
