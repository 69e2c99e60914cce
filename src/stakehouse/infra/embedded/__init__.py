"""The embedded parts: PostgreSQL and NATS from their wheels, tied to the life of one parent.

Owns the state folder (lock, remembered ports, generated secrets) and the processes started from
it. Promises: two parents never share a folder; no process outlives its parent; a folder that
cannot be used is left exactly as it was found, with a sentence that says what to do.
"""

from stakehouse.infra.embedded.fault import HouseFault
from stakehouse.infra.embedded.home import (
    Home,
    Memory,
    ensure_free,
    open_home,
    read_home,
    remember_prepared,
    remembered_port,
)
from stakehouse.infra.embedded.launch import follow_parent
from stakehouse.infra.embedded.lock import held_by, lock_home
from stakehouse.infra.embedded.process import Part, halt, run_to_end, running, spawn, wait_until_ready
from stakehouse.infra.embedded.supervisor import StopRequested, Supervisor, listening

__all__ = [
    "Home",
    "HouseFault",
    "Memory",
    "Part",
    "StopRequested",
    "Supervisor",
    "ensure_free",
    "follow_parent",
    "halt",
    "held_by",
    "listening",
    "lock_home",
    "open_home",
    "read_home",
    "remember_prepared",
    "remembered_port",
    "run_to_end",
    "running",
    "spawn",
    "wait_until_ready",
]
