"""Reporting: what happened, in figures that people decide by.

Owns no facts of its own: it asks those who do, through their front doors, and puts the answers side
by side. Promises that a day is the tenant's day, in its own time zone, and that looking at figures
never slows play down: what is over is remembered, what is going on is asked for every few seconds.
"""
