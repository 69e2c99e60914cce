"""Use cases of AML cases: opened by what was found, worked on by people, closed with a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import CaseNotFound, OwnCase
from stakehouse.domains.compliance.rules import cases as rules
from stakehouse.domains.compliance.rules.cases import (
    AmlSettings,
    Case,
    CaseId,
    CaseKind,
    CaseStatus,
    Evidence,
    Finding,
    Opening,
    Severity,
    Verdict,
)
from stakehouse.domains.compliance.store import cases as store
from stakehouse.domains.compliance.store import screening as screenings
from stakehouse.domains.compliance.store.cases import CaseFilter
from stakehouse.domains.identity import Member
from stakehouse.events.compliance import AmlCaseClosed, AmlCaseEscalated, AmlCaseOpened
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor

ESCALATED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case, whom it is about, and whether it is late.

    Attributes:
        named: the members that its evidence names.
    """

    case: Case
    member: Member
    is_overdue: bool
    named: Mapping[MemberId, Member] = field(default_factory=dict)


async def raise_case(tx: Tx, opening: Opening) -> CaseId:
    """Opens a case, or adds what is new to the open one about the same question."""
    settings = await tenancy.setting(tx, AmlSettings)
    due_at = rules.due_at(opening.severity, tx.now, settings)
    case_id = None if opening.kind is not CaseKind.MANUAL else await store.add_case(tx, opening, due_at)
    if case_id is None:
        known = await store.lock_open_case(tx, opening)
        case_id = known.id if known is not None else await store.add_case(tx, opening, due_at)
        if case_id is None:  # somebody else opened it just now
            known = await store.lock_open_case(tx, opening)
            assert known is not None, "what was in the way has committed"
            case_id = known.id
        if known is not None:
            await _add_to(tx, known, opening, due_at)
            return case_id

    await store.add_evidence(tx, case_id, opening.evidence)
    await store.add_step(tx, case_id, "opened", opening.summary)
    tx.record(
        AuditEntry(
            "aml_case.opened",
            "aml_case",
            case_id,
            opening.summary,
            after={
                "member_id": opening.member_id,
                "kind": opening.kind.value,
                "severity": opening.severity.value,
            },
        )
    )
    tx.tell(
        AmlCaseOpened(
            case_id=case_id,
            member_id=opening.member_id,
            kind=opening.kind.value,
            severity=opening.severity.value,
            is_blocking=opening.is_blocking,
        )
    )
    return case_id


async def _add_to(tx: Tx, known: Case, opening: Opening, due_at: datetime) -> None:
    fresh = await store.add_evidence(tx, known.id, opening.evidence)
    if not fresh:
        return
    await store.change_case(
        tx,
        known.id,
        severity=rules.graver(known.severity, opening.severity).value,
        is_blocking=known.is_blocking or opening.is_blocking,
        due_at=min(known.due_at, due_at),
    )
    await store.add_step(tx, known.id, "evidence", opening.summary)


async def open_case(
    tx: Tx, member_id: MemberId, *, severity: Severity, is_blocking: bool, summary: str
) -> Case:
    """Opens a case on a suspicion of staff.

    Raises:
        MemberNotFound: no such member here.
        OwnCase: the actor is the member.
    """
    _check_not_own(tx, await identity.member(tx, member_id))
    case_id = await raise_case(
        tx, Opening(CaseKind.MANUAL, str(new_id()), member_id, severity, is_blocking, summary)
    )
    return await _fresh(tx, case_id)


async def cases(
    tx: Tx, wanted: CaseFilter, *, cursor: str | None = None, limit: int = LIMIT_DEFAULT
) -> Page[CaseView]:
    """Cases, the newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    found = await store.page(tx, wanted, decode_cursor(cursor), limit + 1)
    items = found[:limit]
    people = await identity.members_by_id(tx, {case.member_id for case in items})
    views = [CaseView(case, people[case.member_id], case.is_overdue(tx.now)) for case in items]
    return Page(views, encode_cursor(items[-1].id) if len(found) > limit else None)


async def case(tx: Tx, case_id: UUID) -> CaseView:
    """A case with its evidence and steps.

    Raises:
        CaseNotFound: no such case here.
    """
    found = await store.case(tx, case_id)
    if found is None:
        raise _not_found()
    person = await identity.member(tx, found.member_id)
    named = await identity.members_by_id(tx, rules.named_in(found.evidence))
    return CaseView(found, person, found.is_overdue(tx.now), named)


async def count_open_cases(tx: Tx) -> int:
    """How many cases wait for somebody."""
    return await store.count_open(tx)


async def assign(tx: Tx, case_id: UUID, *, assignee_id: UUID, assignee: str) -> Case:
    """Gives a case to a member of staff; an escalated one stays escalated.

    Raises:
        CaseNotFound: no such case here.
        CaseClosed: it is closed.
        OwnCase: the actor is the member it is about.
    """
    found = await _lock(tx, case_id)
    status = CaseStatus.ESCALATED if found.status is CaseStatus.ESCALATED else CaseStatus.ASSIGNED

    await store.change_case(tx, found.id, assignee_id=assignee_id, assignee=assignee, status=status.value)
    await store.add_step(tx, found.id, "assigned", assignee)

    _record(tx, "aml_case.assigned", found, after={"assignee": assignee, "status": status.value})
    return await _fresh(tx, found.id)


async def escalate(tx: Tx, case_id: UUID, *, reason: str) -> Case:
    """Puts a case before somebody higher.

    Raises:
        CaseNotFound: no such case here.
        CaseClosed: it is closed.
        OwnCase: the actor is the member it is about.
    """
    found = await _lock(tx, case_id)
    await _escalate(tx, found, reason)
    return await _fresh(tx, found.id)


async def escalate_overdue(tx: Tx) -> int:
    """Escalates cases whose deadline has passed; answers how many, at most 200."""
    late = await store.lock_overdue(tx, ESCALATED_AT_ONCE)
    for found in late:
        await _escalate(tx, found, "Nobody decided it in time.")
    return len(late)


async def _escalate(tx: Tx, found: Case, reason: str) -> None:
    await store.change_case(tx, found.id, status=CaseStatus.ESCALATED.value)
    await store.add_step(tx, found.id, "escalated", reason)
    _record(tx, "aml_case.escalated", found, reason, after={"status": CaseStatus.ESCALATED.value})
    tx.tell(
        AmlCaseEscalated(
            case_id=found.id,
            member_id=found.member_id,
            kind=found.kind.value,
            severity=found.severity.value,
            is_blocking=found.is_blocking,
        )
    )


async def note(tx: Tx, case_id: UUID, text: str) -> Case:
    """Writes a note on a case.

    Raises:
        CaseNotFound: no such case here.
        CaseClosed: it is closed.
        OwnCase: the actor is the member it is about.
    """
    found = await _lock(tx, case_id)
    await store.add_step(tx, found.id, "note", text)
    await store.change_case(tx, found.id)
    tx.record(AuditEntry("aml_case.noted", "aml_case", found.id))
    return await _fresh(tx, found.id)


async def attach(tx: Tx, case_id: UUID, *, title: str, content: Mapping[str, object]) -> Case:
    """Attaches a record as evidence: what it is, and where it lies.

    Raises:
        CaseNotFound: no such case here.
        CaseClosed: it is closed.
        OwnCase: the actor is the member it is about.
    """
    found = await _lock(tx, case_id)
    await store.add_evidence(tx, found.id, [Evidence("record", str(new_id()), title, content)])
    await store.add_step(tx, found.id, "evidence", title)
    _record(tx, "aml_case.evidence_added", found, after={"title": title})
    return await _fresh(tx, found.id)


async def judge(tx: Tx, case_id: UUID, evidence_id: UUID, verdict: Verdict, *, reason: str) -> Case:
    """Decides whether one hit is the member; it is remembered until either side changes.

    Raises:
        CaseNotFound: no such case here, or no such hit in it.
        CaseClosed: it is closed.
        OwnCase: the actor is the member it is about.
    """
    found = await _lock(tx, case_id)
    hit = next((each for each in found.evidence if each.id == evidence_id and each.kind == "hit"), None)
    if hit is None:
        raise CaseNotFound("There is no such hit in this case.")

    await _judge(tx, found, hit, verdict)
    await store.add_step(tx, found.id, "judged", f"{hit.title}: {verdict.value}. {reason}")

    _record(tx, "aml_case.judged", found, reason, after={"hit": hit.title, "verdict": verdict.value})
    return await _fresh(tx, found.id)


async def _judge(tx: Tx, found: Case, hit: Evidence, verdict: Verdict) -> None:
    assert hit.id is not None, "it was read from its row"
    await store.save_verdict(tx, found.id, hit.id, verdict)
    source, entry, subject = (_part(hit.content, part) for part in ("list", "entry", "subject"))
    await screenings.save_judged(
        tx,
        found.member_id,
        watchlist_id=UUID(str(source["id"])),
        ref=str(entry["ref"]),
        subject_digest=str(subject["digest"]),
        entry_digest=str(entry["digest"]),
        case_id=found.id,
        verdict=verdict,
    )


def _part(content: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = content[name]
    assert isinstance(part, dict), "a hit is made of such parts"
    return part


async def close(tx: Tx, case_id: UUID, finding: Finding, *, reason: str) -> Case:
    """Closes a case with what was found; hits that nobody decided go by the finding.

    Raises:
        CaseNotFound: no such case here.
        CaseClosed: it is closed.
        OwnCase: the actor is the member it is about.
        WrongFinding: it contradicts what was decided about the hits.
    """
    found = await _lock(tx, case_id)
    rules.check_finding(found, finding)

    for hit in found.evidence:
        if hit.kind == "hit" and hit.verdict is Verdict.OPEN:
            await _judge(tx, found, hit, rules.verdict_after(finding))
    await store.change_case(
        tx,
        found.id,
        status=CaseStatus.CLOSED.value,
        finding=finding.value,
        closed_at=tx.now,
        closed_by=tx.actor.name,
    )
    await store.add_step(tx, found.id, "closed", f"{finding.value}: {reason}")

    _record(
        tx,
        "aml_case.closed",
        found,
        reason,
        after={"status": CaseStatus.CLOSED.value, "finding": finding.value},
    )
    tx.tell(
        AmlCaseClosed(
            case_id=found.id,
            member_id=found.member_id,
            kind=found.kind.value,
            severity=found.severity.value,
            is_blocking=found.is_blocking,
            finding=finding.value,
        )
    )
    return await _fresh(tx, found.id)


async def _lock(tx: Tx, case_id: UUID) -> Case:
    """An open case under its lock, if the actor may work on it."""
    found = await store.lock_case(tx, case_id)
    if found is None:
        raise _not_found()
    rules.check_open(found)
    _check_not_own(tx, await identity.member(tx, found.member_id))
    return found


def _check_not_own(tx: Tx, person: Member) -> None:
    if person.user_id in {tx.actor.user_id, tx.actor.real_user_id}:
        raise OwnCase("Somebody else must work on a case about you.")


async def _fresh(tx: Tx, case_id: CaseId) -> Case:
    found = await store.case(tx, case_id)
    assert found is not None, "cases are never deleted"
    return found


def _record(
    tx: Tx, action: str, found: Case, reason: str = "", *, after: Mapping[str, object] | None = None
) -> None:
    before = {"status": found.status.value, "assignee": found.assignee}
    tx.record(AuditEntry(action, "aml_case", found.id, reason, before=before, after=after))


def _not_found() -> CaseNotFound:
    return CaseNotFound("There is no such case.")
