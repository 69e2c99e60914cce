"""Lost second factors: support asks, a second person releases, and the person can set up new ones."""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.access.errors import OwnRequest, StaffNotFound
from stakehouse.domains.access.ports import ApprovalKind
from stakehouse.domains.access.service.approvals import request_approval
from stakehouse.domains.access.store import team as store
from stakehouse.domains.access.types import Approval
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId

OF_MEMBER = "access.reset_member_factors"
OF_STAFF = "access.reset_staff_factors"


async def ask_for_member(tx: Tx, member_id: UUID, reason: str) -> Approval:
    """Asks that a member's second factors be taken away.

    Raises:
        MemberNotFound: no such member here.
    """
    found = await identity.member(tx, member_id)
    return await request_approval(
        tx,
        kind=OF_MEMBER,
        summary=f"Remove all second factors of {found.username} and end their sessions",
        content={"user_id": str(found.user_id), "reason": reason},
        reason=reason,
        member_id=found.member_id,
    )


async def ask_for_staff(tx: Tx, user_id: UserId, reason: str) -> Approval:
    """Asks that a colleague's second factors be taken away.

    Raises:
        StaffNotFound: nobody of that id is on the staff.
    """
    name = await store.staff_name(tx, user_id)
    if name is None:
        raise StaffNotFound("There is nobody of that id on the staff.")
    return await request_approval(
        tx,
        kind=OF_STAFF,
        summary=f"Remove all second factors of {name} and end their sessions",
        content={"user_id": str(user_id), "reason": reason},
        reason=reason,
    )


async def carry_out(tx: Tx, _approval_id: UUID, content: Mapping[str, object]) -> None:
    """Takes the factors away, in the transaction of the decision.

    Raises:
        OwnRequest: the one who decides is the person concerned.
    """
    user_id = UserId(UUID(str(content["user_id"])))
    if tx.actor.user_id == user_id:
        raise OwnRequest("Nobody decides about their own second factors.")
    await identity.reset_factors(tx, user_id, reason=str(content["reason"]))


RESET_KINDS: tuple[ApprovalKind, ...] = (
    ApprovalKind(OF_MEMBER, "members:manage", carry_out),
    ApprovalKind(OF_STAFF, "team:remove", carry_out),
)
"""How the two kinds of reset are carried out."""
