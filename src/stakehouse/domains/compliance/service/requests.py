"""Use cases of requests by others: asked by anybody, decided by a person of the house.

Whoever asks is told that the request came, and nothing else: not whether the person is known here, and
not what was decided.
"""

from dataclasses import replace
from uuid import UUID

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import ExclusionRequestNotFound, RequestDecided
from stakehouse.domains.compliance.service import guardians
from stakehouse.domains.compliance.store import requests as store
from stakehouse.domains.compliance.types import Term, ThirdParty
from stakehouse.domains.compliance.types.requests import ExclusionRequest, Plea, RequestStatus
from stakehouse.domains.identity import MailOrder, Template
from stakehouse.events.compliance import ExclusionRequestDecided, ExclusionRequested
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.page import Page, decode_cursor, encode_cursor

RESOURCE = "exclusion_request"


async def ask(tx: Tx, plea: Plea, *, asked_by: ThirdParty, locale: str, vault: Vault) -> ExclusionRequest:
    """Takes a request in, and owes the mail that says so."""
    request = ExclusionRequest(new_id(), asked_by, plea, RequestStatus.OPEN, tx.now)
    await store.add(tx, vault, request)
    tx.record(AuditEntry("exclusion.requested", RESOURCE, request.id, after={"asked_by": asked_by.value}))
    tx.tell(ExclusionRequested(request_id=request.id, asked_by=asked_by.value))
    language = locale or (await tenancy.profile(tx)).languages[0]
    fields = {"reference": reference_of(request.id)}
    order = MailOrder(template=Template.EXCLUSION_ASKED, to=plea.email, locale=language, fields=fields)
    identity.owe_mail(tx, vault, order)
    return request


def reference_of(request_id: UUID) -> str:
    """The short name by which people speak of a request."""
    return request_id.hex[-8:].upper()


async def find(
    tx: Tx, vault: Vault, *, status: RequestStatus | None, cursor: str | None, limit: int
) -> Page[ExclusionRequest]:
    """Requests, the newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    rows = await store.find(tx, vault, status=status, before=decode_cursor(cursor), limit=limit + 1)
    shown = rows[:limit]
    return Page(shown, encode_cursor(shown[-1].id) if len(rows) > limit else None)


async def exclude(
    tx: Tx, request_id: UUID, member_id: MemberId, term: Term, *, evidence: str, reason: str, vault: Vault
) -> ExclusionRequest:
    """Keeps out the member whom a request is about; it is as hard to end as any exclusion.

    Raises:
        ExclusionRequestNotFound: none of that id.
        RequestDecided: it was decided before.
        MemberNotFound: no such member here.
        OwnAccount: the actor is the member.
        AlreadyExcluded: a protection at least as long is in force.
    """
    request = await _open_one(tx, request_id, vault)
    await guardians.exclude_for(
        tx,
        member_id,
        term,
        asked_by=request.asked_by,
        evidence=evidence,
        reason=f"{reason} Request {reference_of(request.id)}.",
    )
    return await _decide(tx, replace(request, status=RequestStatus.EXCLUDED, member_id=member_id), reason)


async def decline(tx: Tx, request_id: UUID, *, reason: str, vault: Vault) -> ExclusionRequest:
    """Turns a request down.

    Raises:
        ExclusionRequestNotFound: none of that id.
        RequestDecided: it was decided before.
    """
    request = await _open_one(tx, request_id, vault)
    return await _decide(tx, replace(request, status=RequestStatus.DECLINED), reason)


async def _open_one(tx: Tx, request_id: UUID, vault: Vault) -> ExclusionRequest:
    request = await store.lock(tx, vault, request_id)
    if request is None:
        raise ExclusionRequestNotFound("There is no such request.")
    if request.status is not RequestStatus.OPEN:
        raise RequestDecided("This request was decided before; look at it again.")
    return request


async def _decide(tx: Tx, request: ExclusionRequest, reason: str) -> ExclusionRequest:
    decided = replace(request, decided_at=tx.now, decided_by=tx.actor.name, decision=reason)
    await store.decide(tx, decided)
    told = {"status": decided.status.value}
    if decided.member_id is not None:
        told["member_id"] = str(decided.member_id)
    before = {"status": RequestStatus.OPEN.value}
    tx.record(
        AuditEntry("exclusion.request_decided", RESOURCE, request.id, reason, before=before, after=told)
    )
    tx.tell(ExclusionRequestDecided(request_id=request.id, status=decided.status.value))
    return decided
