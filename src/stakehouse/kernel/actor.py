"""Who acts: the person, machine or the house itself behind every transaction."""

from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID


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
        permissions: what staff may do here, as ``area:act`` strings.
        address: the client's network address.
        user_agent: the client's own words about itself, cut to 200 characters.
        real_user_id: the member of staff behind it while support acts as somebody else.
        real_name: that person's name for the audit trail.
    """

    kind: ActorKind
    user_id: UUID | None = None
    member_id: UUID | None = None
    session_id: UUID | None = None
    name: str = ""
    permissions: frozenset[str] = field(default_factory=frozenset)
    address: str = ""
    user_agent: str = ""
    real_user_id: UUID | None = None
    real_name: str = ""

    def may(self, permission: str) -> bool:
        """Whether the actor holds the permission in this tenant."""
        return permission in self.permissions


NOBODY = Actor(ActorKind.NOBODY)


def system(name: str) -> Actor:
    """The house itself, under the name of the job or subscriber that runs."""
    return Actor(ActorKind.SYSTEM, name=name)
