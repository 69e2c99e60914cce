"""Passwords: argon2id in threads of its own, and the list of the commonest ones.

Hashes of bcrypt, which other systems left behind, are checked too and always count as outdated: whoever
checks one with success stores a new hash.

Hashing takes tens of milliseconds of processor time by design, so it never runs on the event loop
and never while a transaction holds a connection; when too many wait, the next one is turned away.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

import bcrypt
from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from stakehouse.kernel.errors import Overloaded

LANES = 1
THREADS = 2
WAITING_MAX = 64
BCRYPT_BYTES = 72

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work a hash is: the memory it fills, and how often."""

    memory_kib: int
    rounds: int


# OWASP's second choice of argon2id parameters (Password Storage Cheat Sheet, 2024).
OWASP = Cost(19 * 1024, 2)


class Passwords:
    """Hashes and checks passwords."""

    def __init__(self, cost: Cost = OWASP) -> None:
        """Starts no thread before the first password."""
        self._hasher = PasswordHasher(
            time_cost=cost.rounds, memory_cost=cost.memory_kib, parallelism=LANES, type=Type.ID
        )
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="passwords")
        self._waiting = 0
        # What a password is checked against when there is nothing to check: the same work.
        self._nobodys = self._hasher.hash("nobody has this password")
        self.operations = 0
        """Hashes computed so far; equal for known and unknown addresses, which a test counts."""

    async def hash(self, password: str) -> str:
        """The hash to store.

        Raises:
            Overloaded: too many wait.
        """
        return await self._run(lambda: self._hasher.hash(password))

    async def verify(self, password: str, stored: str | None) -> bool:
        """Whether the password is the one behind a hash; without a hash it takes as long and says no.

        Raises:
            Overloaded: too many wait.
        """
        matches = await self._run(lambda: self._matches(password, stored or self._nobodys))
        return matches and stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Whether a hash was made with other parameters than those of today, or by bcrypt."""
        return is_bcrypt(stored) or self._hasher.check_needs_rehash(stored)

    def close(self) -> None:
        """Lets the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _matches(self, password: str, stored: str) -> bool:
        if is_bcrypt(stored):
            return _bcrypt_matches(password, stored)
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[[], Answer]) -> Answer:
        if self._waiting >= WAITING_MAX:
            raise Overloaded("Too many people sign in at this moment; try again.", retry_after_s=2)
        self._waiting += 1
        self.operations += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1


def is_bcrypt(stored: str) -> bool:
    """Whether a hash was made by bcrypt, in any of the forms that are still about."""
    return stored.startswith(("$2a$", "$2b$", "$2y$"))


def _bcrypt_matches(password: str, stored: str) -> bool:
    try:
        # Those who made these hashes looked at so many bytes; the library refuses to cut them itself.
        return bcrypt.checkpw(password.encode()[:BCRYPT_BYTES], stored.encode())
    except ValueError:
        return False


@cache
def _commonest() -> frozenset[str]:
    text = (files(__name__) / "commonest.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_common(password: str) -> bool:
    """Whether a password is one of those that are tried first."""
    return password.lower() in _commonest()
