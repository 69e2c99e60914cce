"""Complaints: filed by members, taken, answered and closed by the house, kept for years."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import msgspec

from stakehouse.domains.identity import Member, member, members_by_id
from stakehouse.domains.payments import belongs_to
from stakehouse.domains.play import RoundNotFound, round_by_id
from stakehouse.domains.support import store
from stakehouse.domains.support.errors import ComplaintNotFound, TooManyComplaints
from stakehouse.domains.support.rules import complaints as rules
from stakehouse.domains.support.types import (
    Complaint,
    ComplaintFilter,
    ComplaintId,
    ComplaintOutcome,
    ComplaintSettings,
    ComplaintStatus,
    Entry,
    EntryKind,
    NewComplaint,
    Reference,
    ReferenceKind,
)
from stakehouse.domains.tenancy import jurisdiction_of, profile, setting
from stakehouse.events.support import (
    ComplaintAcknowledged,
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintEscalated,
    ComplaintFiled,
    ComplaintOverdue,
)
from stakehouse.infra.archive import ArchiveWriter, PackedFile, Span
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.errors import NotFound, Refusal
from stakehouse.kernel.ids import MemberId, RoundId, new_id
from stakehouse.kernel.page import Page, decode_cursor, encode_cursor

MAIL = "support.mail_member"
"""The job that tells a member by mail what happened to a complaint."""

OVERDUE_AT_ONCE = 500

PUBLIC = (EntryKind.MEMBER, EntryKind.ANSWER, EntryKind.STEP)
ALL = tuple(EntryKind)


@dataclass(frozen=True, slots=True)
class OwedMail:
    """What the member is told: ``received`` or ``answered``, and the answer's words."""

    complaint_id: UUID
    what: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A complaint with all that was said, and who complains.

    Attributes:
        complaint: itself.
        entries: what was said and done, the oldest first.
        member: who complains.
    """

    complaint: Complaint
    entries: list[Entry]
    member: Member


async def file(tx: Tx, member_id: MemberId, new: NewComplaint) -> Complaint:
    """Takes in a member's complaint; it has a number and its deadlines from this moment on.

    Raises:
        NotFound: the round or payment it names is not the member's.
        TooManyComplaints: so many of the member's are open.
    """
    await _demand_own(tx, member_id, new.reference)
    if await store.count_open(tx, member_id) >= rules.OPEN_MAX:
        raise TooManyComplaints(
            f"{rules.OPEN_MAX} complaints of yours are open; write to one of them instead."
        )
    who = await member(tx, member_id)
    settings = await setting(tx, ComplaintSettings)
    law = jurisdiction_of(await profile(tx)).rules

    complaint = Complaint(
        id=ComplaintId(new_id()),
        number=await store.next_number(tx),
        member_id=member_id,
        category=new.category,
        subject=new.subject,
        reference=new.reference,
        status=ComplaintStatus.RECEIVED,
        outcome=None,
        owner_id=None,
        owner_name="",
        deadlines=rules.deadlines(
            tx.now, settings, law_days=law.complaint_days, law_years=law.retention_years
        ),
        created_at=tx.now,
        acknowledged_at=None,
        answered_at=None,
        escalated_at=None,
        closed_at=None,
        updated_at=tx.now,
    )
    await store.add(tx, complaint)
    await store.add_entry(tx, complaint.id, EntryKind.MEMBER, who.username, new.text)

    tx.defer(deferred(MAIL, OwedMail(complaint.id, "received")))
    tx.tell(
        ComplaintFiled(
            complaint_id=complaint.id,
            number=complaint.number,
            member_id=member_id,
            category=new.category.value,
            acknowledge_by=complaint.deadlines.acknowledge_by,
            answer_by=complaint.deadlines.answer_by,
        )
    )
    return complaint


async def own(tx: Tx, member_id: MemberId, *, cursor: str | None, limit: int) -> Page[Complaint]:
    """The member's complaints, newest first."""
    return await find(tx, ComplaintFilter(member_id=member_id), cursor=cursor, limit=limit)


async def own_case(tx: Tx, member_id: MemberId, complaint_id: UUID) -> Case:
    """A complaint of the member with what the member may read of it.

    Raises:
        ComplaintNotFound: there is none of the member's.
    """
    found = await store.complaint(tx, complaint_id, member_id)
    if found is None:
        raise _not_found()
    return Case(found, await store.entries(tx, found.id, PUBLIC), await member(tx, member_id))


async def write(tx: Tx, member_id: MemberId, complaint_id: UUID, text: str) -> None:
    """The member writes again; after an answer the complaint is in progress once more.

    Raises:
        ComplaintNotFound: there is none of the member's.
        ComplaintClosed: it is over.
    """
    complaint = await _own_locked(tx, member_id, complaint_id)
    after = rules.after_words_of_member(complaint)

    await store.add_entry(tx, complaint.id, EntryKind.MEMBER, (await member(tx, member_id)).username, text)
    await store.save(tx, replace(complaint, status=after))


async def accept(tx: Tx, member_id: MemberId, complaint_id: UUID) -> None:
    """The member accepts the answer: the complaint is closed.

    Raises:
        ComplaintNotFound: there is none of the member's.
        WrongState: there is no answer to accept.
    """
    complaint = await _own_locked(tx, member_id, complaint_id)
    rules.demand_acceptable(complaint)

    await _close(tx, complaint, (await member(tx, member_id)).username, "Accepted the answer.")


async def escalate(tx: Tx, member_id: MemberId, complaint_id: UUID) -> None:
    """The member goes to the dispute body: after the answer, or when the house is late.

    Raises:
        ComplaintNotFound: there is none of the member's.
        ComplaintClosed: it is over.
        WrongState: it was escalated before.
        TooEarly: the house still has time.
    """
    complaint = await _own_locked(tx, member_id, complaint_id)
    rules.demand_escalatable(complaint, tx.now)

    who = await member(tx, member_id)
    await store.save(tx, replace(complaint, status=ComplaintStatus.ESCALATED, escalated_at=tx.now))
    await store.add_entry(tx, complaint.id, EntryKind.STEP, who.username, "Asked the dispute body.")

    tx.tell(
        ComplaintEscalated(complaint_id=complaint.id, number=complaint.number, member_id=complaint.member_id)
    )


def may_escalate(complaint: Complaint, now: datetime) -> bool:
    """Whether the member may go to the dispute body at this moment."""
    try:
        rules.demand_escalatable(complaint, now)
    except Refusal:
        return False
    return True


async def find(tx: Tx, wanted: ComplaintFilter, *, cursor: str | None, limit: int) -> Page[Complaint]:
    """Complaints by filter, newest first."""
    rows = await store.find(tx, wanted, after=decode_cursor(cursor), limit=limit + 1)
    shown = rows[:limit]
    return Page(shown, encode_cursor(shown[-1].id) if len(rows) > limit else None)


async def members_of(tx: Tx, found: list[Complaint]) -> dict[MemberId, Member]:
    """Who complains, for lists."""
    return dict(await members_by_id(tx, {complaint.member_id for complaint in found}))


async def case(tx: Tx, complaint_id: UUID) -> Case:
    """A complaint with everything, for staff.

    Raises:
        ComplaintNotFound: there is none.
    """
    found = await store.complaint(tx, complaint_id)
    if found is None:
        raise _not_found()
    return Case(found, await store.entries(tx, found.id, ALL), await member(tx, found.member_id))


async def take(tx: Tx, complaint_id: UUID) -> None:
    """The caller takes a complaint, from nobody or from a colleague; harmless if it is theirs already.

    Raises:
        ComplaintNotFound: there is none.
        ComplaintClosed: it is over.
    """
    complaint = await _locked(tx, complaint_id)
    rules.demand_open(complaint)
    if complaint.owner_id == tx.actor.user_id:
        return

    is_first = complaint.acknowledged_at is None
    taken = replace(
        complaint,
        owner_id=tx.actor.user_id,
        owner_name=tx.actor.name,
        status=ComplaintStatus.IN_PROGRESS
        if complaint.status is ComplaintStatus.RECEIVED
        else complaint.status,
        acknowledged_at=complaint.acknowledged_at or tx.now,
    )
    await store.save(tx, taken)
    if is_first:
        await store.add_entry(tx, complaint.id, EntryKind.STEP, tx.actor.name, "Took the complaint.")

    _record(tx, "complaint.taken", complaint, taken)
    if is_first:
        tx.tell(
            ComplaintAcknowledged(
                complaint_id=complaint.id, number=complaint.number, member_id=complaint.member_id
            )
        )


async def note(tx: Tx, complaint_id: UUID, text: str) -> None:
    """Adds an internal note; the member never sees it.

    Raises:
        ComplaintNotFound: there is none.
    """
    complaint = await _locked(tx, complaint_id)

    await store.add_entry(tx, complaint.id, EntryKind.NOTE, tx.actor.name, text)
    tx.record(AuditEntry("complaint.noted", "complaint", complaint.id))


async def answer(tx: Tx, complaint_id: UUID, text: str, outcome: ComplaintOutcome) -> None:
    """Gives the house's answer; the member reads it in the app and gets it by mail.

    Raises:
        ComplaintNotFound: there is none.
        ComplaintClosed: it is over.
    """
    complaint = await _locked(tx, complaint_id)
    rules.demand_answerable(complaint)

    answered = replace(
        complaint,
        status=ComplaintStatus.ESCALATED
        if complaint.status is ComplaintStatus.ESCALATED
        else ComplaintStatus.ANSWERED,
        outcome=outcome,
        owner_id=complaint.owner_id or tx.actor.user_id,
        owner_name=complaint.owner_name or tx.actor.name,
        acknowledged_at=complaint.acknowledged_at or tx.now,
        answered_at=tx.now,
    )
    await store.save(tx, answered)
    await store.add_entry(tx, complaint.id, EntryKind.ANSWER, tx.actor.name, text)

    tx.defer(deferred(MAIL, OwedMail(complaint.id, "answered", text)))
    _record(tx, "complaint.answered", complaint, answered)
    tx.tell(
        ComplaintAnswered(
            complaint_id=complaint.id,
            number=complaint.number,
            member_id=complaint.member_id,
            outcome=outcome.value,
            late=tx.now > complaint.deadlines.answer_by,
        )
    )


async def close(tx: Tx, complaint_id: UUID, reason: str) -> None:
    """Closes a complaint that has its answer.

    Raises:
        ComplaintNotFound: there is none.
        ComplaintClosed: it is over.
        WrongState: it has no answer yet.
    """
    complaint = await _locked(tx, complaint_id)
    rules.demand_closable(complaint)

    closed = await _close(tx, complaint, tx.actor.name, reason)
    _record(tx, "complaint.closed", complaint, closed, reason)


async def note_overdue(tx: Tx) -> None:
    """Tells once of each deadline that passed; what is left over is the next hour's."""
    for due in ("acknowledgement", "answer"):
        for late in await store.note_overdue(tx, due, OVERDUE_AT_ONCE):
            tx.tell(
                ComplaintOverdue(complaint_id=late.id, number=late.number, member_id=late.member_id, due=due)
            )


async def export(tx: Tx, complaint_id: UUID) -> tuple[str, bytes]:
    """An archive of a complaint for a dispute body, without internal notes; answers its name as well.

    Raises:
        ComplaintNotFound: there is none.
    """
    found = await case(tx, complaint_id)
    tenant = await profile(tx)
    complaint = found.complaint
    target = BytesIO()
    archive = ArchiveWriter(target, made_at=tx.now)
    archive.add("complaint.json", _json(_facts(found)))
    said = [entry for entry in found.entries if entry.kind in PUBLIC]
    archive.add("conversation.json", _json([_said(entry) for entry in said]), rows=len(said))
    archive.add("conversation.txt", "\n".join(_told(entry) for entry in said).encode())
    digest = archive.finish(
        {
            "kind": "complaint",
            "tenant": tenant.slug,
            "house": tenant.name,
            "complaint": complaint.number,
            "made_by": tx.actor.name,
        }
    )
    tx.record(AuditEntry("complaint.exported", "complaint", complaint.id, after={"manifest_sha256": digest}))
    return f"complaint-{complaint.number}.zip", target.getvalue()


async def gather(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """What support puts into an evidence pack: complaints with everything said, notes included."""
    async for packed in store.evidence(tx, span, with_notes=True):
        yield packed


async def gather_own(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """What support puts into the export of a person's data: complaints without internal notes."""
    async for packed in store.evidence(tx, span, with_notes=False):
        yield packed


async def _demand_own(tx: Tx, member_id: MemberId, reference: Reference | None) -> None:
    if reference is None:
        return
    if reference.kind is ReferenceKind.ROUND:
        try:
            await round_by_id(tx, RoundId(reference.id), member_id=member_id)
        except RoundNotFound as error:
            raise NotFound("There is no such round of yours.", field="reference") from error
    elif not await belongs_to(tx, reference.id, member_id):
        raise NotFound(f"There is no such {reference.kind.value} of yours.", field="reference")


async def _locked(tx: Tx, complaint_id: UUID) -> Complaint:
    found = await store.lock(tx, complaint_id)
    if found is None:
        raise _not_found()
    return found


async def _own_locked(tx: Tx, member_id: MemberId, complaint_id: UUID) -> Complaint:
    found = await store.lock(tx, complaint_id, member_id)
    if found is None:
        raise _not_found()
    return found


async def _close(tx: Tx, complaint: Complaint, author: str, text: str) -> Complaint:
    closed = replace(complaint, status=ComplaintStatus.CLOSED, closed_at=tx.now)
    await store.save(tx, closed)
    await store.add_entry(tx, complaint.id, EntryKind.STEP, author, text)
    tx.tell(
        ComplaintClosed(
            complaint_id=complaint.id,
            number=complaint.number,
            member_id=complaint.member_id,
            outcome="" if complaint.outcome is None else complaint.outcome.value,
        )
    )
    return closed


def _record(tx: Tx, action: str, before: Complaint, after: Complaint, reason: str = "") -> None:
    tx.record(
        AuditEntry(action, "complaint", before.id, reason, before=_audited(before), after=_audited(after))
    )


def _audited(complaint: Complaint) -> dict[str, object]:
    return {
        "number": complaint.number,
        "status": complaint.status.value,
        "outcome": None if complaint.outcome is None else complaint.outcome.value,
        "owner": complaint.owner_name,
    }


def _facts(found: Case) -> dict[str, object]:
    complaint, who = found.complaint, found.member
    reference = complaint.reference
    return {
        "number": complaint.number,
        "id": str(complaint.id),
        "category": complaint.category.value,
        "subject": complaint.subject,
        "reference": None if reference is None else {"kind": reference.kind.value, "id": str(reference.id)},
        "status": complaint.status.value,
        "outcome": None if complaint.outcome is None else complaint.outcome.value,
        "member": {"id": str(who.member_id), "username": who.username, "email": who.email},
        "created_at": _moment(complaint.created_at),
        "acknowledge_by": _moment(complaint.deadlines.acknowledge_by),
        "acknowledged_at": _moment(complaint.acknowledged_at),
        "answer_by": _moment(complaint.deadlines.answer_by),
        "answered_at": _moment(complaint.answered_at),
        "escalated_at": _moment(complaint.escalated_at),
        "closed_at": _moment(complaint.closed_at),
    }


def _said(entry: Entry) -> dict[str, object]:
    return {"at": _moment(entry.at), "kind": entry.kind.value, "author": entry.author, "text": entry.text}


def _told(entry: Entry) -> str:
    return (
        f"{entry.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC, {entry.author} ({entry.kind.value}):\n{entry.text}\n"
    )


def _moment(at: datetime | None) -> str | None:
    return None if at is None else wire(at)


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value)) + b"\n"


def _not_found() -> ComplaintNotFound:
    return ComplaintNotFound("There is no such complaint.")
