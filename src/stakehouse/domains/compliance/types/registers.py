"""The words of national registers of exclusions: whom they are asked about, and what they answer."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from stakehouse.kernel.ids import MemberId


class Cause(Enum):
    """What a register is asked for."""

    REGISTRATION = "registration"
    SIGN_IN = "sign_in"
    MARKETING = "marketing"


class Listing(Enum):
    """What a register says about a person."""

    ON = "on"
    """Has excluded themselves: no play, no deposit, no marketing."""

    OFF = "off"
    """Is not known there."""

    FORMER = "former"
    """Was on it; the term is over and the person has asked to be taken off."""

    SILENT = "silent"
    """There was no usable answer. Nobody comes in on it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom a register is asked about.

    Attributes:
        first_name: given names.
        last_name: family name.
        birth_date: as stated to the house.
        email: the confirmed address.
        postcode: of where they live.
        phone: their mobile number; may be empty.
    """

    first_name: str
    last_name: str
    birth_date: date
    email: str
    postcode: str
    phone: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a register told.

    Attributes:
        listing: whether the person is on it; never ``SILENT``.
        reference: the register's own name of this answer, to show that it was asked.
    """

    listing: Listing
    reference: str


@dataclass(frozen=True, slots=True)
class RegisterConnection:
    """A house's access to a register.

    Attributes:
        register: the adapter's name.
        base_url: where its API is.
        credentials: sealed, as the adapter's own JSON.
        is_active: whether it is asked.
        updated_at: when it was last changed.
    """

    register: str
    base_url: str
    credentials: bytes
    is_active: bool
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """One answer, as it is kept: no word of what was asked.

    Attributes:
        id: of the answer.
        print: a digest of whom it is about.
        member_id: the member, if they were one.
        register: which register.
        cause: what it was asked for.
        listing: what it said, or that it was silent.
        reference: the register's own name of the answer; empty if silent.
        asked_at: when.
        valid_until: until when it counts; then the register is asked again.
    """

    id: UUID
    print: bytes
    member_id: MemberId | None
    register: str
    cause: Cause
    listing: Listing
    reference: str
    asked_at: datetime
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class RegisterState:
    """How a house stands with registers.

    Attributes:
        named: the register its law names; ``None`` if none.
        minutes: how long an answer counts.
        connection: the access to one; ``None`` without.
    """

    named: str | None
    minutes: int
    connection: RegisterConnection | None

    @property
    def is_asked(self) -> bool:
        """Whether nobody comes in without an answer."""
        return self.named is not None or (self.connection is not None and self.connection.is_active)
