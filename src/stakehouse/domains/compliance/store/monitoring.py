"""The SQL of monitoring: rules with their versions, payments as they were heard, traces, alerts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.compliance.rules.cases import Severity
from stakehouse.domains.compliance.rules.monitoring import Rule, RuleKind, Seen, Shared, parameters_of
from stakehouse.domains.compliance.tables import (
    member_traces,
    monitoring_alerts,
    monitoring_rule_versions,
    monitoring_rules,
    watched_payments,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """A rule as it was once."""

    version: int
    title: str
    is_on: bool
    severity: str
    is_blocking: bool
    parameters: dict[str, Any]  # Any: JSON
    reason: str
    changed_at: datetime
    changed_by: str


async def rules(tx: Tx) -> list[Rule]:
    """All rules of the tenant, in the order in which they came."""
    query = (
        select(monitoring_rules)
        .where(monitoring_rules.c.tenant_id == tx.tenant_id)
        .order_by(monitoring_rules.c.kind, monitoring_rules.c.title)
    )
    return [_rule(row) for row in await tx.conn.execute(query)]


async def lock_rule(tx: Tx, rule_id: UUID) -> Rule | None:
    """A rule under its row lock."""
    query = (
        select(monitoring_rules)
        .where(monitoring_rules.c.tenant_id == tx.tenant_id, monitoring_rules.c.id == rule_id)
        .with_for_update()
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _rule(row)


async def add_rule(tx: Tx, rule: Rule, *, reason: str) -> bool:
    """Adds a rule with its first version; answers whether it was not there."""
    row = await tx.conn.execute(
        upsert(monitoring_rules)
        .values(
            tenant_id=tx.tenant_id,
            id=rule.id,
            kind=rule.kind.value,
            updated_at=tx.now,
            updated_by=tx.actor.name,
            version=rule.version,
            **_told(rule),
        )
        .on_conflict_do_nothing()
        .returning(monitoring_rules.c.id)
    )
    is_new = row.scalar_one_or_none() is not None
    if is_new:
        await _keep_version(tx, rule, reason)
    return is_new


async def save_rule(tx: Tx, rule: Rule, *, reason: str) -> None:
    """Writes the next version of a rule that is locked."""
    await tx.conn.execute(
        update(monitoring_rules)
        .where(monitoring_rules.c.tenant_id == tx.tenant_id, monitoring_rules.c.id == rule.id)
        .values(version=rule.version, updated_at=tx.now, updated_by=tx.actor.name, **_told(rule))
    )
    await _keep_version(tx, rule, reason)


async def _keep_version(tx: Tx, rule: Rule, reason: str) -> None:
    await tx.conn.execute(
        insert(monitoring_rule_versions).values(
            tenant_id=tx.tenant_id,
            rule_id=rule.id,
            version=rule.version,
            reason=reason,
            changed_at=tx.now,
            changed_by=tx.actor.name,
            **_told(rule),
        )
    )


def _told(rule: Rule) -> dict[str, Any]:  # Any: columns of several types
    return {
        "title": rule.title,
        "is_on": rule.is_on,
        "severity": rule.severity.value,
        "is_blocking": rule.is_blocking,
        "parameters": rule.parameters.model_dump(mode="json"),
    }


async def rule_versions(tx: Tx, rule_id: UUID) -> list[RuleVersion]:
    """All versions of a rule, the newest first."""
    table = monitoring_rule_versions.c
    query = (
        select(monitoring_rule_versions)
        .where(table.tenant_id == tx.tenant_id, table.rule_id == rule_id)
        .order_by(table.version.desc())
    )
    return [
        RuleVersion(
            row.version,
            row.title,
            row.is_on,
            row.severity,
            row.is_blocking,
            row.parameters,
            row.reason,
            row.changed_at,
            row.changed_by,
        )
        for row in await tx.conn.execute(query)
    ]


async def add_payment(tx: Tx, member_id: MemberId, seen: Seen) -> bool:
    """Keeps a payment that was heard; answers whether it is new."""
    row = await tx.conn.execute(
        upsert(watched_payments)
        .values(
            tenant_id=tx.tenant_id,
            member_id=member_id,
            payment_id=seen.payment_id,
            direction=seen.direction,
            currency=seen.currency,
            scale=seen.scale,
            units=seen.units,
            method=seen.method,
            played=seen.played,
            at=seen.at,
        )
        .on_conflict_do_nothing()
        .returning(watched_payments.c.payment_id)
    )
    return row.scalar_one_or_none() is not None


async def payments_of(tx: Tx, member_id: MemberId, since: datetime) -> list[Seen]:
    """A member's payments from a moment on."""
    table = watched_payments.c
    query = (
        select(watched_payments)
        .where(table.tenant_id == tx.tenant_id, table.member_id == member_id, table.at >= since)
        .order_by(table.at)
    )
    return [_seen(row) for row in await tx.conn.execute(query)]


async def payments_since(tx: Tx, since: datetime, limit: int) -> list[tuple[MemberId, Seen]]:
    """The latest payments of all members from a moment on, with whose each is."""
    table = watched_payments.c
    query = (
        select(watched_payments)
        .where(table.tenant_id == tx.tenant_id, table.at >= since)
        .order_by(table.at.desc())
        .limit(limit)
    )
    return [(MemberId(row.member_id), _seen(row)) for row in await tx.conn.execute(query)]


async def active_members(tx: Tx, since: datetime, after: UUID | None, limit: int) -> list[MemberId]:
    """Members who paid or were seen from a moment on, in the order of their ids, behind one of them."""
    paid = select(watched_payments.c.member_id).where(
        watched_payments.c.tenant_id == tx.tenant_id, watched_payments.c.at >= since
    )
    seen = select(member_traces.c.member_id).where(
        member_traces.c.tenant_id == tx.tenant_id, member_traces.c.last_seen_at >= since
    )
    both = paid.union(seen).subquery()
    query = select(both.c.member_id).order_by(both.c.member_id).limit(limit)
    if after is not None:
        query = query.where(both.c.member_id > after)
    return [MemberId(row.member_id) for row in await tx.conn.execute(query)]


async def add_trace(tx: Tx, kind: str, digest: str, member_id: MemberId) -> None:
    """Keeps with what a member was seen."""
    await tx.conn.execute(
        upsert(member_traces)
        .values(
            tenant_id=tx.tenant_id,
            kind=kind,
            digest=digest,
            member_id=member_id,
            first_seen_at=tx.now,
            last_seen_at=tx.now,
        )
        .on_conflict_do_update(
            index_elements=["tenant_id", "kind", "digest", "member_id"], set_={"last_seen_at": tx.now}
        )
    )


async def shared_by(tx: Tx, member_id: MemberId, kind: str, since: datetime) -> list[Shared]:
    """With whom a member shares traces of a kind that were seen from a moment on."""
    mine, theirs = member_traces.alias("mine"), member_traces.alias("theirs")
    query = (
        select(theirs.c.digest, func.array_agg(theirs.c.member_id).label("members"))
        .join(
            mine,
            (mine.c.tenant_id == theirs.c.tenant_id)
            & (mine.c.kind == theirs.c.kind)
            & (mine.c.digest == theirs.c.digest),
        )
        .where(
            mine.c.tenant_id == tx.tenant_id,
            mine.c.member_id == member_id,
            mine.c.kind == kind,
            mine.c.last_seen_at >= since,
            theirs.c.last_seen_at >= since,
        )
        .group_by(theirs.c.digest)
    )
    return [
        Shared(kind, row.digest, tuple(sorted(MemberId(each) for each in row.members)))
        for row in await tx.conn.execute(query)
    ]


async def shared_traces(tx: Tx, kind: str, members: int, since: datetime) -> list[Shared]:
    """Traces of a kind that at least so many members share."""
    table = member_traces.c
    query = (
        select(table.digest, func.array_agg(table.member_id).label("members"))
        .where(table.tenant_id == tx.tenant_id, table.kind == kind, table.last_seen_at >= since)
        .group_by(table.digest)
        .having(func.count() >= members)
    )
    return [
        Shared(kind, row.digest, tuple(sorted(MemberId(each) for each in row.members)))
        for row in await tx.conn.execute(query)
    ]


async def was_raised(tx: Tx, rule_id: UUID, member_id: MemberId, keys: Sequence[str]) -> set[str]:
    """Which observations were raised before."""
    table = monitoring_alerts.c
    query = select(table.key).where(
        table.tenant_id == tx.tenant_id,
        table.rule_id == rule_id,
        table.member_id == member_id,
        table.key.in_(keys),
    )
    return {row.key for row in await tx.conn.execute(query)}


async def add_alert(tx: Tx, rule_id: UUID, member_id: MemberId, key: str, case_id: UUID) -> None:
    """Remembers that an observation was raised."""
    await tx.conn.execute(
        upsert(monitoring_alerts)
        .values(
            tenant_id=tx.tenant_id,
            rule_id=rule_id,
            member_id=member_id,
            key=key,
            case_id=case_id,
            raised_at=tx.now,
        )
        .on_conflict_do_nothing()
    )


def _seen(row: Row[Any]) -> Seen:  # Any: columns of several types
    return Seen(
        row.payment_id,
        row.direction,
        row.currency,
        row.scale,
        row.units,
        row.method,
        row.played,
        row.at,
    )


def _rule(row: Row[Any]) -> Rule:  # Any: columns of several types
    kind = RuleKind(row.kind)
    return Rule(
        row.id,
        kind,
        row.title,
        row.is_on,
        Severity(row.severity),
        row.is_blocking,
        parameters_of(kind, row.parameters),
        row.version,
    )
