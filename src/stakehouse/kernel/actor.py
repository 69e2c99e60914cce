"""Who acts: the person, machine or the house itself behind every transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from uuid import UUID

from stakehouse.kernel.reach import EVERYWHERE, NOWHERE, Reach

_NO_REACHES: Mapping[str, Reach] = MappingProxyType({})


class ActorKind(Enum):
    """What sort of actor acts."""

    MEMBER = "member"
    STAFF = "staff"
    MACHINE = "machine"
    SYSTEM = "system"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts in a transaction.

    Attributes:
        kind: member, staff, machine, system (jobs, subscribers) or nobody (before sign-in).
        user_id: the global user behind it, if a person.
        member_id: the member of the tenant, if a player or guest.
        session_id: the session the token belongs to.
        name: shown in the audit trail (e-mail of staff, name of a job or gateway).
        permissions: what staff may do everywhere in the tenant, as ``area:act`` strings.
        reaches: how far permissions go that are limited, denied somewhere, or held somewhere only.
        address: the client's network address.
        user_agent: the client's own words about itself, cut to 200 characters.
        is_for_payout: whether the session is that of an excluded member who may only be paid out.
        real_user_id: the member of staff behind it while support acts as somebody else.
        real_name: that person's name for the audit trail.
        read_only: whether that person may look and nothing else.
        lacks_second_factor: whether the rights demand a second factor that the session never proved.
    """

    kind: ActorKind
    user_id: UUID | None = None
    member_id: UUID | None = None
    session_id: UUID | None = None
    name: str = ""
    permissions: frozenset[str] = field(default_factory=frozenset)
    reaches: Mapping[str, Reach] = field(default_factory=lambda: _NO_REACHES, hash=False)
    address: str = ""
    user_agent: str = ""
    is_for_payout: bool = False
    real_user_id: UUID | None = None
    real_name: str = ""
    read_only: bool = False
    lacks_second_factor: bool = False

    def may(self, permission: str) -> bool:
        """Whether the actor holds the permission for the whole tenant."""
        return permission in self.permissions

    def reach(self, permission: str) -> Reach:
        """Where, and up to which amount, the actor holds the permission."""
        found = self.reaches.get(permission)
        if found is not None:
            return found
        return EVERYWHERE if permission in self.permissions else NOWHERE

    @property
    def is_staff(self) -> bool:
        """Whether a member of staff acts in their own name."""
        return self.kind is ActorKind.STAFF

    @property
    def person_id(self) -> UUID | None:
        """The person who really acts: of two eyes, whoever they act as."""
        return self.real_user_id or self.user_id


NOBODY = Actor(ActorKind.NOBODY)


def system(name: str) -> Actor:
    """The house itself, under the name of the job or subscriber that runs."""
    return Actor(ActorKind.SYSTEM, name=name)
