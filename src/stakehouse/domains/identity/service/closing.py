"""Closing one's own account: what stands in the way, what is lost, and the act."""

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import CannotClose
from stakehouse.domains.identity.ports import Leaving
from stakehouse.domains.identity.service import members, post
from stakehouse.domains.identity.store import users
from stakehouse.domains.identity.types import Departure, MailOrder, Standing, Template
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def departure(tx: Tx, leaving: Leaving) -> Departure:
    """What stands in the way of the caller's closing, and what would be lost with it."""
    return await leaving(tx, _caller(tx))


async def close_account(tx: Tx, reason: str, *, leaving: Leaving, vault: Vault) -> None:
    """Closes the caller's account for good; all sessions end.

    Raises:
        CannotClose: money is still there or under way; says what to do first.
    """
    rules.demand_self(tx.actor)
    member_id = _caller(tx)
    found = await leaving(tx, member_id)
    if found.obstacles:
        raise CannotClose(
            "Take your money out first; an account with money in it is not closed.",
            facts={"obstacles": [obstacle.shown() for obstacle in found.obstacles]},
        )

    closed = await members.set_standing(tx, member_id, Standing.CLOSED, reason or "Closed by its owner.")

    person = await users.email_of(tx, closed.user_id)
    if person is not None:
        order = MailOrder(
            template=Template.CLOSED, to=person[0], locale=person[1], fields={"username": closed.username}
        )
        post.owe(tx, vault, order)


def _caller(tx: Tx) -> MemberId:
    assert tx.actor.member_id is not None, "the guard let in a member"
    return MemberId(tx.actor.member_id)
