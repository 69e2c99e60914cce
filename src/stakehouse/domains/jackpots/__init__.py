"""Jackpots: pools that many stakes feed and one bet wins.

Owns pools, the members' entries and the wins. Promises: a pool is an account of the ledger and
holds every unit contributed, also under concurrency; a win pays what is in it and puts the seed
back in one operation; the chance depends on the stake alone and anyone can recompute the draw.
"""

from stakehouse.domains.jackpots.errors import JackpotNotFound
from stakehouse.domains.jackpots.rules import EntryRow, Pools, PoolWanted, Share, draw_code, hits
from stakehouse.domains.jackpots.service import (
    choose,
    chosen,
    lock_pool,
    open_jackpot,
    seed_of,
    ticker,
    wins_of,
)
from stakehouse.domains.jackpots.store import PoolRows, read, writes
from stakehouse.domains.jackpots.types import Jackpot, JackpotView, Level, WinRow

__all__ = [
    "EntryRow",
    "Jackpot",
    "JackpotNotFound",
    "JackpotView",
    "Level",
    "PoolRows",
    "PoolWanted",
    "Pools",
    "Share",
    "WinRow",
    "choose",
    "chosen",
    "draw_code",
    "hits",
    "lock_pool",
    "open_jackpot",
    "read",
    "seed_of",
    "ticker",
    "wins_of",
    "writes",
]
