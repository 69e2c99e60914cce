"""What identity asks of those above it; the wiring plugs it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from stakehouse.domains.identity.types import Departure, Member, Newcomer
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, UserId
from stakehouse.kernel.page import Page


class Admission(Protocol):
    """Asks whether a member may sign in at this moment."""

    async def __call__(self, tx: Tx, member_id: MemberId) -> None:
        """Returns if the member may.

        Raises:
            Refusal: the member is kept out, by an exclusion for example.
        """
        ...


class Enrolment(Protocol):
    """Says what a person must state to become a member, and whether they may."""

    async def demands_details(self, tx: Tx) -> bool:
        """Whether name and postcode must be stated, because somebody else is asked about the person."""
        ...

    async def admit(self, tx: Tx, newcomer: Newcomer) -> None:
        """Returns if the person, who has proved their address, may become a member.

        Raises:
            Refusal: they may not.
        """
        ...


class Leaving(Protocol):
    """Tells what stands in the way of closing an account, and what would be lost with it."""

    async def __call__(self, tx: Tx, member_id: MemberId) -> Departure:
        """What a member's departure would mean now."""
        ...


class Collect(Protocol):
    """Collects a page of what one part of the house keeps about a member."""

    async def __call__(self, tx: Tx, member: Member, cursor: str | None, /) -> Page[Mapping[str, object]]:
        """The rows after a cursor; a page without ``next`` is the last."""
        ...


@dataclass(frozen=True, slots=True)
class Section:
    """A file of the archive of personal data.

    Attributes:
        name: of the file, without its ending.
        collect: reads its rows.
    """

    name: str
    collect: Collect


class Obligation(Protocol):
    """Asks whether what a person may do demands that they hold a second factor."""

    async def __call__(self, tx: Tx, user_id: UserId) -> bool:
        """Whether it does."""
        ...
