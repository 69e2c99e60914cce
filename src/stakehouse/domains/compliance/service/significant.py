"""Use cases of the register of significant events: it hears, people add, people read."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from stakehouse.domains.compliance.errors import InvalidMoment, NotEnteredByHand
from stakehouse.domains.compliance.rules import significant as rules
from stakehouse.domains.compliance.rules.significant import (
    BY_HAND,
    Entry,
    EventFilter,
    EventKind,
    Kept,
    SignificanceSettings,
)
from stakehouse.domains.compliance.store import significant as store
from stakehouse.domains.tenancy import profile, setting, setting_history
from stakehouse.events.tenancy import SettingChanged
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import new_id
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor

CLOCKS_DIFFER = timedelta(minutes=5)


async def hear(tx: Tx, fact: Fact, at: datetime) -> None:
    """Takes a fact into the register if it is significant."""
    if isinstance(fact, SettingChanged):
        entry: Entry | None = await _setting_entry(tx, fact)
    else:
        settings = await setting(tx, SignificanceSettings)
        entry = rules.entry_of(fact, settings, (await profile(tx)).currencies)
    if entry is not None:
        await store.add(tx, new_id(), at, entry)


async def _setting_entry(tx: Tx, fact: SettingChanged) -> Entry | None:
    versions = {kept.version: kept for kept in await setting_history(tx, fact.category)}
    now, earlier = versions.get(fact.setting_version), versions.get(fact.setting_version - 1)
    if now is None:
        return None
    before: Mapping[str, object] = {} if earlier is None else earlier.value
    return rules.setting_entry(fact.category, fact.setting_version, before, now.value)


async def note(tx: Tx, entry: Entry) -> None:
    """Takes in what the house itself found."""
    await store.add(tx, new_id(), tx.now, entry)


async def enter(
    tx: Tx, kind: EventKind, *, at: datetime, summary: str, facts: Mapping[str, str], member_id: UUID | None
) -> Kept:
    """Takes in what a person knows and the house does not: an outage, a lost laptop, a clock that was set.

    Raises:
        NotEnteredByHand: the house registers this kind itself.
        InvalidMoment: it lies in the future.
    """
    if kind not in BY_HAND:
        raise NotEnteredByHand("The house registers events of this kind by itself.", field="kind")
    if at > tx.now + CLOCKS_DIFFER:
        raise InvalidMoment("What has not happened yet is no event.", field="at")
    entry = Entry(kind, summary, member_id, "", dict(facts))
    event_id = new_id()
    await store.add(tx, event_id, at, entry)
    tx.record(
        AuditEntry(
            "significant_event.entered",
            "significant_event",
            event_id,
            summary,
            after={"kind": kind.value, **facts},
        )
    )
    return Kept(event_id, at, tx.now, tx.actor.name, entry)


async def events(
    tx: Tx, wanted: EventFilter, *, cursor: str | None = None, limit: int = LIMIT_DEFAULT
) -> Page[Kept]:
    """Entries of the register, the newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    found = await store.page(tx, wanted, decode_cursor(cursor), limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].id) if len(found) > limit else None)
