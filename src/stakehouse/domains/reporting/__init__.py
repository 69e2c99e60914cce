"""Reporting: what happened, in figures that people decide by.

Owns no facts of its own: it asks those who do, through their front doors, and puts the answers side
by side. Promises that a day is the tenant's day, in its own time zone, and that looking at figures
never slows play down: what is over is remembered, what is going on is asked for every few seconds.

Evidence packs are the other side of the same coin: what each domain knows of a member or a time, side by
side in one archive, with the hashes that prove it was not changed since.
"""

from stakehouse.domains.reporting.service.evidence import build as build_evidence

__all__ = ["build_evidence"]
