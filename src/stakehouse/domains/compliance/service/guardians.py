"""Use cases of staff for a member's protection: tighten at once, loosen by four eyes and after the wait.

What two people agreed on is not in force by that: a loosened limit still waits and still asks the
member, and whoever is let back in after a term waits another day.
"""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.access import Approval, request_approval
from stakehouse.domains.compliance.errors import ExclusionInForce, OwnAccount
from stakehouse.domains.compliance.rules import exclusions as exclusion_rules
from stakehouse.domains.compliance.rules import limits as rules
from stakehouse.domains.compliance.service import exclusions, limits
from stakehouse.domains.compliance.types import (
    Exclusion,
    Limit,
    LimitKind,
    LimitState,
    Period,
    Term,
    ThirdParty,
)
from stakehouse.domains.identity import Member
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import format_units

LOOSENING = "compliance.limit_loosening"
RETURN = "compliance.exclusion_return"
"""The kinds of their approvals."""


async def set_limit_of(
    tx: Tx,
    member_id: MemberId,
    kind: LimitKind,
    period: Period,
    *,
    amount: str | None,
    minutes: int | None,
    currency: str | None,
    reason: str,
) -> LimitState | Approval:
    """Tightens a member's limit at once, or asks a second person before it may be loosened.

    Raises:
        MemberNotFound: no such member here.
        OwnAccount: the actor is the member.
        InvalidLimit: minutes for money, an amount for time, or money by session.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not an amount of that currency, or negative.
    """
    person = await identity.member(tx, member_id)
    _check_not_own(tx, person)
    unset, units = await limits.asked_limit(
        tx, member_id, kind, period, amount=amount, minutes=minutes, currency=currency
    )
    present = await limits.limit_as_stored(tx, member_id, unset)

    if units is not None and not rules.is_looser(present.units, units):
        return await limits.change_limit(
            tx, member_id, unset, lambda limit: rules.tighten(limit, units), reason=reason
        )
    return await request_approval(
        tx,
        kind=LOOSENING,
        summary=f"Let {person.username} loosen the {_name(unset)} to {_value(unset, units)}, "
        "after the wait and if they confirm it.",
        content={
            "member_id": str(member_id),
            "kind": kind.value,
            "period": period.value,
            "currency": unset.currency,
            "scale": unset.scale,
            "units": units,
            "reason": reason,
        },
        reason=reason,
        member_id=member_id,
    )


async def carry_out_loosening(tx: Tx, approval_id: UUID, content: Mapping[str, object]) -> None:
    """Lets a looser limit wait for its time and its member's yes, as two people agreed.

    Raises:
        OwnAccount: the second person is the member.
    """
    del approval_id
    member_id = MemberId(UUID(str(content["member_id"])))
    _check_not_own(tx, await identity.member(tx, member_id))
    unset = Limit(
        LimitKind(str(content["kind"])),
        Period(str(content["period"])),
        str(content["currency"]),
        int(str(content["scale"])),
    )
    units = None if content["units"] is None else int(str(content["units"]))
    cooling_off = await limits.cooling_off_of(tx)

    await limits.change_limit(
        tx,
        member_id,
        unset,
        lambda limit: rules.wait_for(limit, units, tx.now, cooling_off),
        reason=str(content["reason"]),
    )


async def exclude_for(
    tx: Tx, member_id: MemberId, term: Term, *, asked_by: ThirdParty, evidence: str, reason: str
) -> Exclusion:
    """Keeps a member out at once because a third party asked and showed why; it is as hard to end as any.

    Raises:
        MemberNotFound: no such member here.
        OwnAccount: the actor is the member.
        AlreadyExcluded: a protection at least as long is in force.
    """
    _check_not_own(tx, await identity.member(tx, member_id))
    why = f"Asked for by {asked_by.title}: {reason} Evidence: {evidence}"
    return await exclusions.exclude_asked_by(tx, member_id, term, reason=why)


async def request_return(tx: Tx, member_id: MemberId, *, reason: str) -> Approval:
    """Asks a second person to let a member back in whose term is over.

    Raises:
        MemberNotFound: no such member here.
        OwnAccount: the actor is the member.
        NotExcluded: nothing keeps the member out.
        ExclusionInForce: the term is not over; the try is recorded.
    """
    person = await identity.member(tx, member_id)
    _check_not_own(tx, person)
    try:
        exclusion_rules.ask_return(await exclusions.in_force(tx, person), tx.now)
    except ExclusionInForce as refusal:
        refusal.trace = exclusions.tried(person, "lift")
        raise
    return await request_approval(
        tx,
        kind=RETURN,
        summary=f"Let {person.username} come back 24 hours after this is approved; the term is over.",
        content={"member_id": str(member_id), "reason": reason},
        reason=reason,
        member_id=member_id,
    )


async def carry_out_return(tx: Tx, approval_id: UUID, content: Mapping[str, object]) -> None:
    """Lets a member come back, as two people agreed: in another day.

    Raises:
        OwnAccount: the second person is the member.
        NotExcluded: the member has come back meanwhile.
        ExclusionInForce: the member excluded themselves anew.
    """
    del approval_id
    member_id = MemberId(UUID(str(content["member_id"])))
    _check_not_own(tx, await identity.member(tx, member_id))
    await exclusions.ask_return(tx, member_id, reason=str(content["reason"]))


def _check_not_own(tx: Tx, person: Member) -> None:
    if tx.actor.user_id == person.user_id:
        raise OwnAccount("Somebody else must look after your own account.", field="member_id")


def _name(limit: Limit) -> str:
    what = limit.kind.value.replace("_", " ")
    return f"{what} limit by {limit.period.value}"


def _value(limit: Limit, units: int | None) -> str:
    if units is None:
        return "none"
    if not limit.kind.is_money:
        return f"{units} minutes"
    return f"{format_units(units, limit.scale)} {limit.currency}"
