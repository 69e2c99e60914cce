"""Watchlists as files: what a line of each format says about whom.

Readers are generators over an open file: they yield entries, and faults that name the line, and
never stop at a bad one. They open nothing themselves and keep no more than one entry in memory.
"""
