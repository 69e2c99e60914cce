"""Erasure of a member's personal data: asked for by one person, carried out when a second one agrees."""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.access import Approval, request_approval
from stakehouse.domains.compliance.errors import OwnAccount
from stakehouse.domains.compliance.store.ages import forget_birth_date
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

ERASURE = "member.erasure"
"""The kind of its approvals."""


async def request_erasure(tx: Tx, member_id: UUID, reason: str) -> Approval:
    """Asks for a second person to erase a closed member's personal data.

    Raises:
        MemberNotFound: no such member here.
        NotClosed: the account is open.
        AlreadyErased: nothing is left to erase.
        OwnAccount: the actor is the member.
    """
    found = await identity.erasable(tx, member_id)
    _check_not_own(tx, found)
    return await request_approval(
        tx,
        kind=ERASURE,
        summary=f"Erase the personal data of {found.username} for good; journal and rounds stay.",
        content={"member_id": str(found.member_id), "reason": reason},
        reason=reason,
        member_id=found.member_id,
    )


async def carry_out_erasure(tx: Tx, _approval_id: UUID, content: Mapping[str, object]) -> None:
    """Erases what a second person agreed to, in the transaction of the decision.

    Raises:
        OwnAccount: that person is the member.
    """
    member_id = UUID(str(content["member_id"]))
    _check_not_own(tx, await identity.member(tx, member_id))
    await identity.erase_member(tx, member_id, str(content["reason"]))
    await forget_birth_date(tx, MemberId(member_id))


def _check_not_own(tx: Tx, found: identity.Member) -> None:
    if found.user_id == tx.actor.user_id:
        raise OwnAccount("This is your own account; somebody else has to do it.")
