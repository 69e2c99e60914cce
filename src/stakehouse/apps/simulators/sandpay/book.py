"""Sandpay's books: payments, payouts, refunds, notices and counts, in one SQLite file.

Everything here is one short synchronous transaction; the event loop of a simulator can wait for it.
"""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from stakehouse.kernel.clock import Clock, system_clock

PAYMENT, PAYOUT, REFUND = "payment", "payout", "refund"
PREFIX = {PAYMENT: "pay", PAYOUT: "out", REFUND: "ref"}

FINAL = {
    PAYMENT: frozenset({"captured", "declined", "voided", "lapsed", "partly_refunded", "refunded"}),
    PAYOUT: frozenset({"paid", "declined"}),
    REFUND: frozenset({"refunded", "declined"}),
}
# A person may pay after a card was refused, and the acquirer may capture what we gave up.
UNPAID = frozenset({"awaiting_customer", "authorising", "declined", "voided", "lapsed"})

_SCHEMA = """
CREATE TABLE IF NOT EXISTS objects (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, merchant TEXT NOT NULL, reference TEXT NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL, amount TEXT NOT NULL, currency TEXT NOT NULL,
    document TEXT NOT NULL, token TEXT NOT NULL, created_ms INTEGER NOT NULL,
    UNIQUE (kind, merchant, reference)
);
CREATE TABLE IF NOT EXISTS notices (
    id TEXT NOT NULL, merchant TEXT NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL,
    manner TEXT NOT NULL, due_ms INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT '', is_done INTEGER NOT NULL DEFAULT 0,
    row INTEGER PRIMARY KEY AUTOINCREMENT
);
CREATE TABLE IF NOT EXISTS plans (
    row INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, status TEXT NOT NULL,
    reason TEXT NOT NULL, due_ms INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS counts (
    kind TEXT NOT NULL, reference TEXT NOT NULL, asked INTEGER NOT NULL DEFAULT 0,
    effects INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (kind, reference)
);
CREATE TABLE IF NOT EXISTS faults (fault TEXT PRIMARY KEY, remaining INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS switches (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class ReferenceReused(Exception):  # noqa: N818 - an answer of the vendor
    """The reference was used before with other content."""


class TooMuch(Exception):  # noqa: N818 - an answer of the vendor
    """The refunds would pass what was captured."""


@dataclass(frozen=True, slots=True)
class Item:
    """A payment, payout or refund as Sandpay sees it."""

    id: str
    kind: str
    merchant: str
    reference: str
    status: str
    reason: str
    amount: str
    currency: str
    document: Mapping[str, Any]
    token: str
    created_ms: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A notice that is due."""

    row: int
    id: str
    merchant: str
    url: str
    body: str
    manner: str
    tries: int


class Book:
    """The books. ``path`` may be ``:memory:``."""

    def __init__(self, path: Path | str, clock: Clock = system_clock) -> None:
        """Opens the file, or makes it."""
        self._clock = clock
        self._db = sqlite3.connect(path)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def now_ms(self) -> int:
        """Sandpay's clock, in milliseconds of Unix time; it can be moved ahead."""
        return int(self._clock().timestamp() * 1000) + int(self.switch("clock_ahead_ms", "0"))

    # -- objects

    def create(
        self,
        kind: str,
        merchant: str,
        reference: str,
        *,
        status: str,
        amount: str,
        currency: str,
        document: Mapping[str, Any],
    ) -> tuple[Item, bool]:
        """Makes an object, or answers the one this reference already made.

        Raises:
            ReferenceReused: the reference stands for something else.
        """
        with self._db:
            self._count(kind, reference, "asked")
            known = self.by_reference(kind, merchant, reference)
            if known is not None:
                if (known.amount, known.currency, known.document) != (amount, currency, document):
                    raise ReferenceReused
                return known, False
            item_id = f"{PREFIX[kind]}_{secrets.token_hex(10)}"
            self._db.execute(
                "INSERT INTO objects VALUES (?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)",
                (
                    item_id,
                    kind,
                    merchant,
                    reference,
                    status,
                    amount,
                    currency,
                    json.dumps(document),
                    secrets.token_urlsafe(18),
                    self.now_ms(),
                ),
            )
            self._count(kind, reference, "effects")
        return self.by_id(item_id), True

    def by_id(self, item_id: str) -> Item:
        """An object that must exist."""
        (item,) = self._items("id = ?", (item_id,))
        return item

    def by_reference(self, kind: str, merchant: str, reference: str) -> Item | None:
        """The object a merchant made under a reference."""
        found = self._items("kind = ? AND merchant = ? AND reference = ?", (kind, merchant, reference))
        return found[0] if found else None

    def by_token(self, token: str) -> Item | None:
        """The payment behind a checkout address."""
        found = self._items("kind = ? AND token = ?", (PAYMENT, token))
        return found[0] if found else None

    def latest(self, kind: str, limit: int = 60) -> list[Item]:
        """The newest objects of a kind."""
        return self._items("kind = ?", (kind,))[:limit]

    def settled(self, merchant: str) -> list[Item]:
        """What a settlement lists: money that came, went or was given back."""
        return self._items(
            "merchant = ? AND status IN ('captured', 'partly_refunded', 'refunded', 'paid')", (merchant,)
        )

    def _items(self, where: str, values: Iterable[object]) -> list[Item]:
        rows = self._db.execute(
            f"SELECT * FROM objects WHERE {where} ORDER BY created_ms DESC, rowid DESC",  # noqa: S608 - own text
            tuple(values),
        )
        return [
            Item(
                **{name: row[name] for name in row.keys() if name != "document"},  # noqa: SIM118 - a Row
                document=json.loads(row["document"]),
            )
            for row in rows
        ]

    def move(self, item_id: str, status: str, reason: str = "") -> bool:
        """Changes a state if Sandpay's own rules allow it; answers whether it did."""
        with self._db:
            item = self.by_id(item_id)
            allowed = item.status not in FINAL[item.kind] or (
                item.kind == PAYMENT and status == "captured" and item.status in UNPAID
            )
            if not allowed or item.status == status:
                return False
            self._db.execute(
                "UPDATE objects SET status = ?, reason = ? WHERE id = ?", (status, reason, item_id)
            )
        return True

    def refund(self, merchant: str, reference: str, payment: Item, amount: str) -> tuple[Item, bool]:
        """Gives a captured payment back, never more than it was.

        Raises:
            TooMuch: together with the refunds before it would be more than was captured.
            ReferenceReused: the reference stands for another refund.
        """
        document = {"payment": payment.id}
        if self.by_reference(REFUND, merchant, reference) is None:
            before = sum(
                (
                    Decimal(item.amount)
                    for item in self._items("kind = ? AND merchant = ?", (REFUND, merchant))
                    if item.document["payment"] == payment.id and item.status != "declined"
                ),
                Decimal(0),
            )
            left = Decimal(payment.amount) - before - Decimal(amount)
            if payment.status not in {"captured", "partly_refunded"} or left < 0:
                raise TooMuch
            with self._db:
                self._db.execute(
                    "UPDATE objects SET status = ? WHERE id = ?",
                    ("refunded" if left == 0 else "partly_refunded", payment.id),
                )
        return self.create(
            REFUND,
            merchant,
            reference,
            status="refunded",
            amount=amount,
            currency=payment.currency,
            document=document,
        )

    # -- plans: changes that happen later

    def plan(self, item_id: str, status: str, *, after_ms: int, reason: str = "") -> None:
        """Lets a state change later."""
        with self._db:
            self._db.execute(
                "INSERT INTO plans (object, status, reason, due_ms) VALUES (?, ?, ?, ?)",
                (item_id, status, reason, self.now_ms() + after_ms),
            )

    def due_plans(self) -> list[tuple[str, str, str]]:
        """Takes the changes whose time has come: object, state, reason."""
        with self._db:
            rows = self._db.execute(
                "DELETE FROM plans WHERE due_ms <= ? RETURNING row, object, status, reason",
                (self.now_ms(),),
            ).fetchall()
        return [(row["object"], row["status"], row["reason"]) for row in sorted(rows, key=lambda r: r["row"])]

    # -- notices

    def write_notice(
        self, notice_id: str, merchant: str, url: str, body: str, *, manner: str, after_ms: int = 0
    ) -> None:
        """Puts a notice on its way."""
        with self._db:
            self._db.execute(
                "INSERT INTO notices (id, merchant, url, body, manner, due_ms) VALUES (?, ?, ?, ?, ?, ?)",
                (notice_id, merchant, url, body, manner, self.now_ms() + after_ms),
            )

    def due_notices(self, limit: int = 50) -> list[Delivery]:
        """Notices whose time has come, oldest first."""
        rows = self._db.execute(
            "SELECT row, id, merchant, url, body, manner, tries FROM notices "
            "WHERE is_done = 0 AND due_ms <= ? ORDER BY due_ms, row LIMIT ?",
            (self.now_ms(), limit),
        )
        return [Delivery(**dict(row)) for row in rows]

    def note_delivery(self, row: int, *, answer: str, is_done: bool, after_ms: int = 0) -> None:
        """Records one try."""
        with self._db:
            self._db.execute(
                "UPDATE notices SET tries = tries + 1, answer = ?, is_done = ?, due_ms = ? WHERE row = ?",
                (answer, int(is_done), self.now_ms() + after_ms, row),
            )

    def send_again(self) -> int:
        """Makes every notice ever written due once more; answers how many."""
        with self._db:
            return self._db.execute(
                "UPDATE notices SET is_done = 0, manner = 'plain', due_ms = ?", (self.now_ms(),)
            ).rowcount

    def notices(self, limit: int = 40) -> list[sqlite3.Row]:
        """The newest notices, for the operator's page."""
        return self._db.execute("SELECT * FROM notices ORDER BY row DESC LIMIT ?", (limit,)).fetchall()

    def next_due_ms(self) -> int | None:
        """When something is next to be done."""
        row = self._db.execute(
            "SELECT min(due) AS due FROM (SELECT min(due_ms) AS due FROM plans "
            "UNION ALL SELECT min(due_ms) FROM notices WHERE is_done = 0)"
        ).fetchone()
        return None if row["due"] is None else int(row["due"])

    # -- faults, switches, counts

    def set_fault(self, fault: str, times: int) -> None:
        """Lets something go wrong the next few times."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO faults VALUES (?, ?)", (fault, times))

    def takes_fault(self, fault: str) -> bool:
        """Whether this time goes wrong; uses up one."""
        with self._db:
            taken = self._db.execute(
                "UPDATE faults SET remaining = remaining - 1 WHERE fault = ? AND remaining > 0", (fault,)
            )
        return taken.rowcount == 1

    def faults(self) -> dict[str, int]:
        """What is still to go wrong."""
        rows = self._db.execute("SELECT fault, remaining FROM faults WHERE remaining > 0")
        return {row["fault"]: row["remaining"] for row in rows}

    def switch(self, name: str, default: str) -> str:
        """The value of a switch."""
        row = self._db.execute("SELECT value FROM switches WHERE name = ?", (name,)).fetchone()
        return default if row is None else str(row["value"])

    def set_switch(self, name: str, value: str) -> None:
        """Turns a switch."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO switches VALUES (?, ?)", (name, value))

    def counts(self) -> list[dict[str, Any]]:
        """How often each reference was asked for, and how often Sandpay acted on it."""
        return [dict(row) for row in self._db.execute("SELECT * FROM counts ORDER BY kind, reference")]

    def _count(self, kind: str, reference: str, column: str) -> None:
        self._db.execute(
            f"INSERT INTO counts (kind, reference, {column}) VALUES (?, ?, 1) "  # noqa: S608 - own column names
            f"ON CONFLICT (kind, reference) DO UPDATE SET {column} = {column} + 1",
            (kind, reference),
        )
