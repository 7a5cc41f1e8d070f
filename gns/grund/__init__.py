"""Våning 1: belopp, dnr, text och fel; bara standardbiblioteket."""
