"""Våning 5: en mall och en vy blir ett träd, och trädet skrivs i fem format."""
