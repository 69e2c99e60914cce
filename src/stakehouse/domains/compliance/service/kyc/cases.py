"""Use cases of a case: opened, looked at, sent in; and whether its member may deposit and be paid out."""

from dataclasses import dataclass, replace
from uuid import UUID

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import KycCaseNotFound
from stakehouse.domains.compliance.rules import kyc as rules
from stakehouse.domains.compliance.rules.verification import law_demands_kyc
from stakehouse.domains.compliance.service.kyc.desk import Desk
from stakehouse.domains.compliance.store import kyc as store
from stakehouse.domains.compliance.store import limits as limits_store
from stakehouse.domains.compliance.types.kyc import (
    Case,
    CaseId,
    Document,
    KycAct,
    KycSettings,
    Person,
    Requirement,
    SubjectKind,
)
from stakehouse.domains.identity import KycStatus
from stakehouse.events.compliance import KycCaseMoved
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import ActorKind
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.money import format_units, parse_units

HAND_OVER = "compliance.kyc_hand_over"
"""The job that hands a submitted case to the tenant's vendor."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case with what is asked and what was shown; ``case`` is ``None`` before the first upload."""

    status: KycStatus
    case: Case | None
    asked: tuple[Requirement, ...]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Clearance:
    """Whether an act is open to a member without a further look, and what stands in its way if not.

    Attributes:
        demanded: whether the act asks for a verified member whatever its amount.
        cleared: whether the member counts as verified.
        without: the most that is open without being verified, in the smallest unit; ``None`` if all is.
        sentence: what the member should do.
    """

    demanded: bool
    cleared: bool
    without: int | None
    sentence: str


async def dossier_of_member(tx: Tx, desk: Desk, member_id: MemberId) -> Dossier:
    """What a member is asked for and has shown.

    Raises:
        MemberNotFound: no such member here.
    """
    person = await identity.member(tx, member_id)
    settings = await tenancy.setting(tx, KycSettings)
    found = await store.case_of_member(tx, desk.vault, member_id)
    shown = [] if found is None else await store.documents(tx, desk.vault, found.id)
    return Dossier(person.kyc_status if found is None else found.status, found, settings.player, tuple(shown))


async def case_for_member(tx: Tx, desk: Desk, member_id: MemberId) -> Case:
    """A member's case under its lock; opened if there is none.

    Raises:
        MemberNotFound: no such member here.
    """
    found = await store.case_of_member(tx, desk.vault, member_id, lock=True)
    if found is None:
        person = await identity.member(tx, member_id)
        new = Case(
            id=CaseId(new_id()),
            subject=SubjectKind.PLAYER,
            member_id=member_id,
            subject_name=person.username,
            status=person.kyc_status,
            created_at=tx.now,
            updated_at=tx.now,
        )
        # Whoever loses the race takes up the winner's case.
        await store.insert_case(tx, new)
        found = await store.case_of_member(tx, desk.vault, member_id, lock=True)
        assert found is not None, "it is there, ours or the other's"
    return found


async def open_case(tx: Tx, *, subject: SubjectKind, name: str) -> Case:
    """Opens the check of an operator or provider."""
    assert subject is not SubjectKind.PLAYER, "players open theirs by themselves"
    new = Case(
        id=CaseId(new_id()),
        subject=subject,
        member_id=None,
        subject_name=name,
        status=KycStatus.NOT_STARTED,
        created_at=tx.now,
        updated_at=tx.now,
    )
    await store.insert_case(tx, new)
    tx.record(
        AuditEntry("kyc.case_opened", "kyc_case", new.id, after={"subject": subject.value, "name": name})
    )
    return new


async def locked_case(tx: Tx, desk: Desk, case_id: UUID) -> Case:
    """A case under its lock.

    Raises:
        KycCaseNotFound: the tenant has none of this id.
    """
    found = await store.case(tx, desk.vault, case_id, lock=True)
    if found is None:
        raise KycCaseNotFound("There is no such identity check.")
    return found


async def submit(tx: Tx, desk: Desk, case: Case, person: Person) -> Case:
    """Sends a case in, with what the person states about themselves.

    Args:
        tx: the transaction; the case is locked in it.
        desk: opens what is sealed, and knows the vendors.
        case: the case.
        person: what is stated.

    Raises:
        WrongKycState: somebody looks at it, or it waits already.
        DocumentsMissing: something was not shown yet.
        DocumentDatePassed: a document is not valid any more.
    """
    rules.check_edge(case, KycStatus.SUBMITTED)
    settings = await tenancy.setting(tx, KycSettings)
    shown = await store.documents(tx, desk.vault, case.id)
    rules.check_complete(settings.asked_of(case.subject), shown, tx.now.date())

    submitted = replace(
        case,
        status=KycStatus.SUBMITTED,
        person=person,
        submitted_at=tx.now,
        reviewer_id=None,
        reviewer="",
        reasons=(),
        text="",
    )
    await move(tx, desk, case, submitted)

    connection = next((each for each in await store.connections(tx) if each.is_active), None)
    if connection is not None and case.subject is SubjectKind.PLAYER:
        tx.defer(deferred(HAND_OVER, case.id, dedupe=str(case.id)))
    return submitted


async def move(tx: Tx, desk: Desk, before: Case, after: Case) -> None:
    """Writes a step of a case, with all that follows it: record, member's state, news."""
    await store.save_case(tx, desk.vault, after)
    await store.add_step(tx, before, after)
    if after.member_id is not None:
        await identity.set_kyc_status(tx, after.member_id, after.status)

    tx.tell(
        KycCaseMoved(
            case_id=after.id,
            subject=after.subject.value,
            member_id=after.member_id,
            came_from=before.status.value,
            status=after.status.value,
            reasons=tuple(each.value for each in after.reasons),
            valid_until=None if after.valid_until is None else after.valid_until.isoformat(),
        )
    )
    if tx.actor.kind is not ActorKind.MEMBER:
        act = f"kyc.{after.status.value}"
        tx.record(AuditEntry(act, "kyc_case", after.id, after.text, before=told(before), after=told(after)))


def told(case: Case) -> dict[str, object]:
    """What the audit trail keeps of a case; nothing that was sealed."""
    return {
        "status": case.status.value,
        "member_id": case.member_id,
        "reviewer": case.reviewer,
        "method": None if case.method is None else case.method.value,
        "reasons": [each.value for each in case.reasons],
        "valid_until": None if case.valid_until is None else case.valid_until.isoformat(),
        "decided_at": None if case.decided_at is None else wire(case.decided_at),
    }


async def demand_kyc_for_deposit(tx: Tx, member_id: MemberId, currency: str, scale: int, units: int) -> None:
    """Lets a deposit be opened for which nothing more need be known of the member.

    Raises:
        KycRequired: the tenant or its law asks for a verified member first.
    """
    settings = await tenancy.setting(tx, KycSettings)
    law = (await tenancy.jurisdiction(tx)).rules
    joined_at = (await identity.member(tx, member_id)).created_at
    gate = rules.Gate(
        settings.before_deposit or law_demands_kyc(law, joined_at=joined_at, now=tx.now),
        _units(settings.deposits_without.get(currency), scale),
    )
    if not gate.always and gate.without is None:
        return
    deposited = next(
        (each.deposited for each in await limits_store.totals(tx, member_id) if each.currency == currency), 0
    )
    status, cleared = await _standing(tx, member_id)
    rules.demand(gate, KycAct.DEPOSIT, deposited + units, status, cleared=cleared)


async def clearance_for_withdrawal(tx: Tx, member_id: MemberId, currency: str, scale: int) -> Clearance:
    """What a member may be paid out as far as the identity check goes."""
    settings = await tenancy.setting(tx, KycSettings)
    law = (await tenancy.jurisdiction(tx)).rules
    demanded = settings.before_withdrawal or law.kyc_before_withdrawal
    without = _units(settings.withdrawals_without.get(currency), scale)
    status, cleared = await _standing(tx, member_id)
    sentence = rules.SENTENCES[status]
    if without is not None and not demanded:
        sentence = f"Without it you can withdraw up to {format_units(without, scale)} {currency}. {sentence}"
    return Clearance(demanded, cleared, without, sentence)


async def _standing(tx: Tx, member_id: MemberId) -> tuple[KycStatus, bool]:
    member = await identity.member(tx, member_id)
    found = await store.case_of_member(tx, None, member_id)
    status = member.kyc_status if found is None else found.status
    return status, rules.is_cleared(found, status, tx.now.date())


def _units(amount: str | None, scale: int) -> int | None:
    return None if amount is None else parse_units(amount, scale)
