"""Use cases of monitoring: hear of payments and sign-ins, look by the rules, try a rule before it counts."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.compliance.errors import RuleChangedMeanwhile, RuleNotFound
from stakehouse.domains.compliance.rules import monitoring as rules
from stakehouse.domains.compliance.rules.cases import CaseKind, Evidence, Opening, Severity
from stakehouse.domains.compliance.rules.monitoring import (
    DEFAULTS,
    Alert,
    Parameters,
    Rule,
    RuleKind,
    Seen,
    SharedTrace,
)
from stakehouse.domains.compliance.service.cases import raise_case
from stakehouse.domains.compliance.service.limits import totals_of
from stakehouse.domains.compliance.store import monitoring as store
from stakehouse.domains.compliance.store.monitoring import RuleVersion
from stakehouse.domains.identity import Member
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id

BATCH = 50
REPLAYED_MAX = 50_000
"""Payments that a dry run looks at, the latest ones; it says so where there were more."""

WINDOW = timedelta(days=2)
"""The daily look takes whoever was active since the one before, and some time of grace."""


@dataclass(frozen=True, slots=True)
class WouldRaise:
    """What a rule would have raised."""

    member: Member
    alert: Alert


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a rule would have raised over the last days.

    Attributes:
        days: how far back.
        payments: how many were looked at.
        is_cut: whether there were more than are looked at.
        found: the observations, the newest first.
    """

    days: int
    payments: int
    is_cut: bool
    found: tuple[WouldRaise, ...]


async def monitoring_rules(tx: Tx) -> list[Rule]:
    """The tenant's rules; the shipped ones are laid down on first sight."""
    found = await store.rules(tx)
    if found:
        return found
    for each in DEFAULTS:
        rule = Rule(
            _shipped_id(tx, each.code),
            each.kind,
            each.title,
            is_on=True,
            severity=each.severity,
            is_blocking=each.is_blocking,
            parameters=each.parameters,
            version=1,
        )
        await store.add_rule(tx, rule, reason="Shipped with the house.")
    return await store.rules(tx)


def _shipped_id(tx: Tx, code: str) -> UUID:
    # The same in every process, so that two that lay them down at once lay them down once.
    return UUID(bytes=hashlib.sha256(tx.tenant_id.bytes + code.encode()).digest()[:16])


async def add_rule(
    tx: Tx,
    kind: RuleKind,
    *,
    title: str,
    is_on: bool,
    severity: Severity,
    is_blocking: bool,
    parameters: Mapping[str, Any],  # Any: JSON, checked by its kind
    reason: str,
) -> Rule:
    """Adds a rule.

    Raises:
        InvalidParameters: they do not fit the kind.
    """
    await monitoring_rules(tx)
    shaped = rules.parameters_of(kind, parameters)
    rule = Rule(new_id(), kind, title, is_on, severity, is_blocking, shaped, 1)

    await store.add_rule(tx, rule, reason=reason)

    tx.record(AuditEntry("monitoring_rule.added", "monitoring_rule", rule.id, reason, after=_told(rule)))
    return rule


async def change_rule(
    tx: Tx,
    rule_id: UUID,
    *,
    title: str,
    is_on: bool,
    severity: Severity,
    is_blocking: bool,
    parameters: Mapping[str, Any],  # Any: JSON, checked by its kind
    after: int,
    reason: str,
) -> Rule:
    """Changes a rule; what it raised before stays.

    Args:
        tx: the transaction.
        rule_id: of the rule.
        title: for people.
        is_on: whether it looks.
        severity: of the cases it opens.
        is_blocking: whether withdrawals wait for them.
        parameters: of its kind.
        after: the version that was read.
        reason: why.

    Raises:
        RuleNotFound: no such rule here.
        RuleChangedMeanwhile: somebody else changed it.
        InvalidParameters: they do not fit the kind.
    """
    before = await store.lock_rule(tx, rule_id)
    if before is None:
        raise _not_found()
    if before.version != after:
        raise RuleChangedMeanwhile("Somebody else changed this rule; look at it again.", field="version")
    rule = Rule(
        rule_id,
        before.kind,
        title,
        is_on,
        severity,
        is_blocking,
        rules.parameters_of(before.kind, parameters),
        before.version + 1,
    )
    if replace(rule, version=before.version) == before:
        return before

    await store.save_rule(tx, rule, reason=reason)

    tx.record(
        AuditEntry(
            "monitoring_rule.changed",
            "monitoring_rule",
            rule_id,
            reason,
            before=_told(before),
            after=_told(rule),
        )
    )
    return rule


async def rule_versions(tx: Tx, rule_id: UUID) -> list[RuleVersion]:
    """All versions of a rule, the newest first.

    Raises:
        RuleNotFound: no such rule here.
    """
    found = await store.rule_versions(tx, rule_id)
    if not found:
        raise _not_found()
    return found


async def hear_payment(tx: Tx, member_id: MemberId, heard: Seen) -> None:
    """Keeps a payment with what was wagered until then, and looks by all rules."""
    played = {totals.currency: totals.wagered for totals in await totals_of(tx, member_id)}
    is_new = await store.add_payment(tx, member_id, replace(heard, played=played.get(heard.currency, 0)))
    if is_new:
        await look_at(tx, member_id)


async def hear_trace(tx: Tx, member_id: MemberId, kind: str, thing: str) -> None:
    """Keeps with what a member was seen, as a digest of the tenant's own."""
    digest = hashlib.sha256(tx.tenant_id.bytes + kind.encode() + thing.encode()).hexdigest()
    await store.add_trace(tx, kind, digest, member_id)


async def hear_sign_in(tx: Tx, member_id: MemberId, session_id: UUID) -> None:
    """Keeps where a member signed in from, and looks by the rules about that."""
    origin = await identity.origin_of(tx, session_id)
    if origin is None:
        return
    if origin.address:
        await hear_trace(tx, member_id, "address", origin.address)
        if origin.name:
            # A browser's words about itself are shared by thousands; with the address they are one device.
            await hear_trace(tx, member_id, "device", f"{origin.address} {origin.name}")
    await look_at(tx, member_id)


async def look_at(tx: Tx, member_id: MemberId) -> int:
    """Looks at a member by all rules that are on; answers how many observations were raised."""
    raised = 0
    for rule in await monitoring_rules(tx):
        if rule.is_on:
            raised += await _raise(tx, rule, member_id, await _alerts(tx, rule.parameters, member_id))
    return raised


async def _alerts(tx: Tx, parameters: Parameters, member_id: MemberId) -> list[Alert]:
    since = tx.now - rules.span_of(parameters)
    if isinstance(parameters, SharedTrace):
        shared = await store.shared_by(tx, member_id, parameters.trace, since)
        return list(rules.look_at_shared(parameters, shared, tx.now))
    return list(rules.look(parameters, await store.payments_of(tx, member_id, since), tx.now))


async def _raise(tx: Tx, rule: Rule, member_id: MemberId, alerts: Iterable[Alert]) -> int:
    found = {alert.key: alert for alert in alerts}
    known = await store.was_raised(tx, rule.id, member_id, list(found)) if found else set()
    for key, alert in found.items():
        if key in known:
            continue
        title = f"{rule.title}: {alert.reason}"
        facts = {**alert.facts, "rule": rule.title, "rule_version": rule.version, "reason": alert.reason}
        case_id = await raise_case(
            tx,
            Opening(
                CaseKind.MONITORING,
                str(rule.id),
                member_id,
                rule.severity,
                rule.is_blocking,
                title,
                (Evidence("alert", key, alert.reason, facts),),
            ),
        )
        await store.add_alert(tx, rule.id, member_id, key, case_id)
    return len(found) - len(known)


async def look_at_next(tx: Tx, after: UUID | None) -> UUID | None:
    """Looks at the next members who were active lately; answers the last one, ``None`` at the end."""
    members = await store.active_members(tx, tx.now - WINDOW, after, BATCH)
    for member_id in members:
        await look_at(tx, member_id)
    return members[-1] if len(members) == BATCH else None


async def dry_run(tx: Tx, kind: RuleKind, parameters: Mapping[str, Any], days: int) -> DryRun:  # Any: JSON
    """What a rule would have raised over the last days; raises and keeps nothing.

    Raises:
        InvalidParameters: they do not fit the kind.
    """
    shaped = rules.parameters_of(kind, parameters)
    since = tx.now - timedelta(days=days)
    if isinstance(shaped, SharedTrace):
        shared = await store.shared_traces(tx, shaped.trace, shaped.members, since)
        found = [
            (member_id, alert)
            for each in shared
            for alert in rules.look_at_shared(shaped, [each], tx.now)
            for member_id in each.members[:1]
        ]
        return DryRun(days, 0, False, await _with_members(tx, found))

    heard = await store.payments_since(tx, since - rules.span_of(shaped), REPLAYED_MAX + 1)
    by_member: dict[MemberId, list[Seen]] = {}
    for member_id, seen in heard[:REPLAYED_MAX]:
        by_member.setdefault(member_id, []).append(seen)
    found = [
        (member_id, alert)
        for member_id, payments in by_member.items()
        for alert in rules.replay(shaped, payments, since)
    ]
    return DryRun(
        days,
        min(len(heard), REPLAYED_MAX),
        len(heard) > REPLAYED_MAX,
        await _with_members(tx, found),
    )


async def _with_members(tx: Tx, found: Iterable[tuple[MemberId, Alert]]) -> tuple[WouldRaise, ...]:
    newest = sorted(found, key=lambda each: each[1].at, reverse=True)
    people = await identity.members_by_id(tx, {member_id for member_id, _ in newest})
    return tuple(WouldRaise(people[member_id], alert) for member_id, alert in newest if member_id in people)


def _told(rule: Rule) -> dict[str, object]:
    return {
        "title": rule.title,
        "is_on": rule.is_on,
        "severity": rule.severity.value,
        "is_blocking": rule.is_blocking,
        "parameters": rule.parameters.model_dump(mode="json"),
        "version": rule.version,
    }


def _not_found() -> RuleNotFound:
    return RuleNotFound("There is no such rule.")
