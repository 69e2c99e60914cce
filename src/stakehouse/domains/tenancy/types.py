"""The values of tenancy: tenants, their features and branding, typed settings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from stakehouse.domains.tenancy.errors import UnknownCurrency
from stakehouse.kernel.ids import TenantId
from stakehouse.kernel.money import Currency, parse_units


class TenantStatus(Enum):
    """Whether a tenant serves anybody."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Features:
    """What a tenant runs.

    Attributes:
        gaming: games, deposits and withdrawals.
        loyalty: guests, levels, points and the till.
    """

    gaming: bool
    loyalty: bool


@dataclass(frozen=True, slots=True)
class Branding:
    """How a tenant looks.

    Attributes:
        name: shown in the header and as the sender of mail.
        hue: of the brand colour, 0 to 359 degrees in OKLCH.
        chroma: its strength as a decimal string, "0" to "0.37".
        radius: rounding of corners in pixels.
        sender: shown as the sender of mail; the name if empty.
        logo: name of the uploaded picture; empty if there is none.
    """

    name: str
    hue: int
    chroma: str
    radius: int
    sender: str = ""
    logo: str = ""


class HostStatus(Enum):
    """Whether a host answers for its tenant."""

    PENDING = "pending"
    VERIFIED = "verified"
    ACTIVE = "active"
    FAILED = "failed"
    REMOVED = "removed"


class Certificate(Enum):
    """What is known of a host's TLS certificate; whoever serves TLS for the house tells it."""

    NONE = "none"
    WANTED = "wanted"
    ISSUED = "issued"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Host:
    """A host name that a tenant answers to, or wants to.

    Attributes:
        name: as browsers send it, in punycode.
        status: how far it is.
        token: what the DNS has to say of it; empty for names that came with the tenant.
        created_at: when it was claimed.
        certificate: what is known of its certificate.
        certificate_until: when that ends.
        checked_at: when the DNS was last asked.
        verified_at: when it was first proven.
        failures: looks in a row that missed the record.
        detail: what the last look missed; empty if nothing.
    """

    name: str
    status: HostStatus
    token: str
    created_at: datetime
    certificate: Certificate = Certificate.NONE
    certificate_until: datetime | None = None
    checked_at: datetime | None = None
    verified_at: datetime | None = None
    failures: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TenantProfile:
    """A tenant as the other domains see it.

    Attributes:
        id: of the tenant.
        slug: its name in addresses, unique for good.
        name: of the operator.
        status: whether it serves anybody.
        jurisdiction: whose law applies, as the licence names it.
        features: what it runs.
        languages: of its screens and mails, the first is the default.
        currencies: by code; ``default_currency`` is one of them.
        default_currency: of members who choose none.
        minimum_age: in years, at registration.
        blocked_countries: two-letter codes from which nobody registers.
        time_zone: of its days and reports (IANA name).
        support_email: where people turn to.
        branding: how it looks.
    """

    id: TenantId
    slug: str
    name: str
    status: TenantStatus
    jurisdiction: str
    features: Features
    languages: tuple[str, ...]
    currencies: Mapping[str, Currency]
    default_currency: str
    minimum_age: int
    blocked_countries: frozenset[str]
    time_zone: str
    support_email: str
    branding: Branding

    def currency(self, code: str) -> Currency:
        """The currency of a code.

        Raises:
            UnknownCurrency: the tenant does not deal in it.
        """
        found = self.currencies.get(code)
        if found is None:
            offered = ", ".join(self.currencies)
            raise UnknownCurrency(f"This house deals in {offered}.", field="currency")
        return found


@dataclass(frozen=True, slots=True)
class TenantSeed:
    """What it takes to open a tenant; the fields are those of :class:`TenantProfile`."""

    slug: str
    name: str
    jurisdiction: str
    features: Features
    languages: tuple[str, ...]
    currencies: tuple[Currency, ...]
    minimum_age: int
    blocked_countries: frozenset[str]
    time_zone: str
    support_email: str
    branding: Branding
    hosts: tuple[str, ...] = ()


class Settings(BaseModel):
    """Base of a category of settings; the domain that owns it declares the fields with defaults.

    What a tenant changed is stored whole and read through this shape: a field added later has its
    default, one that was removed is passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    category: ClassVar[str]
    title: ClassVar[str]

    def objection(self, address: str) -> str | None:  # noqa: ARG002 - a category may look at it
        """Why whoever acts from an address must not save these values; ``None`` if they may."""
        return None


@dataclass(frozen=True, slots=True)
class SettingVersion:
    """One state of a category of settings.

    Attributes:
        category: which settings.
        version: 1 for the first change by the tenant.
        value: all fields as they were set.
        changed_by_name: who set them.
        reason: why.
        created_at: when.
    """

    category: str
    version: int
    value: Mapping[str, Any]  # Any: JSON; the category's shape gives it meaning
    changed_by_name: str
    reason: str
    created_at: datetime


class PlayKind(StrEnum):
    """What a law tells apart among games."""

    SLOTS = "slots"
    CASINO = "casino"

    # An enum hashes by name, in Python; this one is looked up for each bet.
    __hash__ = str.__hash__


class LimitPrompt(StrEnum):
    """Whether members are asked for a deposit limit before they deposit, from laxest to strictest."""

    OFF = "off"
    OFFERED = "offered"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Strictest:
    """Marks how the strictest of several values of a rule is found.

    Attributes:
        of: finds it.
    """

    of: Callable[[Sequence[Any]], Any]  # Any: each rule has a type of its own


class Law(BaseModel):
    """Base of what is read from a jurisdiction's file: strict, and unchangeable."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Pace(Law):
    """Milliseconds from one bet to the next, by kind of game."""

    slots: int = Field(ge=0, le=60_000)
    casino: int = Field(ge=0, le=60_000)

    def of(self, kind: PlayKind) -> int:
        """Those of a kind."""
        return self.slots if kind is PlayKind.SLOTS else self.casino


class Allowed(Law):
    """Whether something is allowed, by kind of game."""

    slots: bool
    casino: bool

    def of(self, kind: PlayKind) -> bool:
        """Whether it is for a kind."""
        return self.slots if kind is PlayKind.SLOTS else self.casino


class StakeCap(Law):
    """The highest stake of members of an age at a kind of game.

    Attributes:
        kind: of game.
        age_from: in whole years, the youngest the cap is for.
        age_below: the age from which it is no longer; ``None`` for no end.
        amounts: by currency code, decimal strings; a currency without one is not staked at all.
    """

    kind: PlayKind
    age_from: int = Field(default=0, ge=0)
    age_below: int | None = None
    amounts: Mapping[str, Annotated[str, Field(pattern=r"^[0-9]{1,9}(\.[0-9]{1,8})?$")]]

    def is_for(self, kind: PlayKind, age: int | None) -> bool:
        """Whether it binds; whose age is not known is bound by the caps of all ages."""
        if kind is not self.kind or age is None:
            return kind is self.kind
        return self.age_from <= age and (self.age_below is None or age < self.age_below)


def _none(value: object) -> object:
    """Files have no null: what is not limited says so."""
    return None if value == "none" else value


def _smallest_stated(values: Sequence[int | None]) -> int | None:
    return min((value for value in values if value is not None), default=None)


def _no_register(values: Sequence[str | None]) -> None:
    """Of a country nobody knows, no register can be named; a house connects the one its licence names."""
    del values


def _paces(values: Sequence[Pace]) -> Pace:
    return Pace(slots=max(pace.slots for pace in values), casino=max(pace.casino for pace in values))


def _allowed(values: Sequence[Allowed]) -> Allowed:
    return Allowed(slots=all(each.slots for each in values), casino=all(each.casino for each in values))


def _caps(values: Sequence[Iterable[StakeCap]]) -> tuple[StakeCap, ...]:
    return tuple(cap for caps in values for cap in caps)


def _most_asked(values: Sequence[LimitPrompt]) -> LimitPrompt:
    return max(values, key=list(LimitPrompt).index)


MOST, LEAST = Strictest(max), Strictest(min)
DEMANDED, ALLOWED = Strictest(any), Strictest(all)
UNTIL = BeforeValidator(_none)


class Rules(Law):
    """What a jurisdiction demands; each field says how the strictest of several is found."""

    minimum_age: Annotated[
        int,
        MOST,
        Field(ge=16, le=30, title="Minimum age", description="Whoever is younger cannot register."),
    ]
    kyc_before_deposit: Annotated[
        bool,
        DEMANDED,
        Field(title="Identity before deposits", description="No deposit before the identity is verified."),
    ]
    kyc_before_withdrawal: Annotated[
        bool,
        DEMANDED,
        Field(title="Identity before payouts", description="No payout before the identity is verified."),
    ]
    kyc_within_hours: Annotated[
        Annotated[int, Field(ge=0)] | None,
        UNTIL,
        Strictest(_smallest_stated),
        Field(
            title="Hours until the identity must be verified",
            description="Deposits stop for a member who is not verified so long after joining.",
        ),
    ]
    shortest_cycle_ms: Annotated[
        Pace,
        Strictest(_paces),
        Field(
            title="Shortest game cycle",
            description="A bet that follows the member's last one at the same kind of game sooner is "
            "refused by the server.",
        ),
    ]
    autoplay: Annotated[
        Allowed,
        Strictest(_allowed),
        Field(title="Autoplay", description="Where it is not allowed, the pages offer none."),
    ]
    turbo: Annotated[
        bool, ALLOWED, Field(title="Turbo play", description="Whether pages may offer to speed a game up.")
    ]
    slam_stop: Annotated[
        bool,
        ALLOWED,
        Field(title="Slam stop", description="Whether a player may cut a game's animation short."),
    ]
    stake_caps: Annotated[
        tuple[StakeCap, ...],
        Strictest(_caps),
        Field(
            title="Highest stakes",
            description="By kind of game and age; the lowest that fits binds, and a member whose age is "
            "not known is held to the lowest of all.",
        ),
    ]
    rtp_min_bp: Annotated[
        int,
        MOST,
        Field(ge=0, le=10_000, title="Lowest return", description="A game below it does not go live."),
    ]
    rtp_max_bp: Annotated[
        int,
        LEAST,
        Field(ge=0, le=10_000, title="Highest return", description="A game above it does not go live."),
    ]
    wagering_max: Annotated[
        Annotated[int, Field(ge=0)] | None,
        UNTIL,
        Strictest(_smallest_stated),
        Field(
            title="Most wagering a bonus may ask for",
            description="As a multiple of the bonus.",
        ),
    ]
    reality_check_default_minutes: Annotated[
        int,
        LEAST,
        Field(ge=1, title="Reality check", description="Minutes of play after which a member is asked."),
    ]
    reality_check_min_minutes: Annotated[
        int,
        LEAST,
        Field(ge=1, title="Shortest reality check", description="The least minutes a member may choose."),
    ]
    reality_check_max_minutes: Annotated[
        int,
        LEAST,
        Field(ge=1, title="Longest reality check", description="The most minutes a member may choose."),
    ]
    cooling_off_hours: Annotated[
        int,
        MOST,
        Field(
            ge=24,
            title="Cooling-off",
            description="Hours before a raised or removed limit may be confirmed.",
        ),
    ]
    deposit_limit_prompt: Annotated[
        LimitPrompt,
        Strictest(_most_asked),
        Field(
            title="Deposit limit asked for",
            description="After registration and before the first deposit: off; offered, where no limit is "
            "an answer too; or required, where nobody deposits without one.",
        ),
    ]
    session_idle_minutes: Annotated[
        int,
        LEAST,
        Field(ge=1, title="Idle session", description="Minutes without a sign of life before sign-out."),
    ]
    demo_age_gate: Annotated[
        bool,
        DEMANDED,
        Field(title="Age before demo play", description="Demo play only for members of verified age."),
    ]
    celebrates_losses: Annotated[
        bool,
        ALLOWED,
        Field(
            title="Celebration of losses",
            description="Whether a win not above its stake may be shown with sound and light as one.",
        ),
    ]
    exclusion_across_tenants: Annotated[
        bool,
        DEMANDED,
        Field(
            title="Exclusion in all houses",
            description="A self-exclusion binds in every house of the platform.",
        ),
    ]
    exclusion_register: Annotated[
        Annotated[str, Field(min_length=2, max_length=40)] | None,
        UNTIL,
        Strictest(_no_register),
        Field(
            title="National register of exclusions",
            description="Asked at registration, at sign-in and before marketing; while it is silent, nobody "
            "new comes in. A house connects it under Registers.",
        ),
    ]
    register_answer_minutes: Annotated[
        int,
        LEAST,
        Field(
            ge=5,
            title="Life of a register's answer",
            description="Minutes after which the register is asked again about the same person.",
        ),
    ]
    parallel_slots: Annotated[
        bool,
        ALLOWED,
        Field(title="Slots in parallel", description="Whether several slots may be played at once."),
    ]
    retention_years: Annotated[
        int, MOST, Field(ge=5, title="Retention", description="Years for which records are kept.")
    ]
    complaint_days: Annotated[
        int, LEAST, Field(ge=1, title="Complaints", description="Days in which a complaint is answered.")
    ]
    credit_cards: Annotated[
        bool, ALLOWED, Field(title="Credit cards", description="Whether they may be used for deposits.")
    ]

    @model_validator(mode="after")
    def _bands_are_bands(self) -> Self:
        if self.rtp_min_bp > self.rtp_max_bp:
            raise ValueError("the lowest return is above the highest")
        if not (
            self.reality_check_min_minutes
            <= self.reality_check_default_minutes
            <= self.reality_check_max_minutes
        ):
            raise ValueError("the reality check's default is outside its band")
        return self

    def stake_cap(self, kind: PlayKind, age: int | None, currency: Currency) -> int | None:
        """The highest stake in units; ``None`` where the law caps none, 0 where it names no amount."""
        caps = [cap for cap in self.stake_caps if cap.is_for(kind, age)]
        if not caps:
            return None
        return min(
            parse_units(cap.amounts[currency.code], currency.scale) if currency.code in cap.amounts else 0
            for cap in caps
        )


class Jurisdiction(Law):
    """A profile: whose law it is, what it demands, and where that is written.

    Attributes:
        code: the authority's.
        name: of the place, for people.
        authority: in full; empty where nothing is known.
        territories: two-letter codes of the countries it licenses, by which it is found too.
        version: counts the changes of the file.
        effective_from: the day from which this version holds.
        rules: what it demands.
        sources: the clause of each rule.
        left_out: rules the file does not state; they are the strictest of all profiles.
    """

    code: str
    name: str
    authority: str
    territories: tuple[str, ...]
    version: int
    effective_from: date | None
    rules: Rules
    sources: Mapping[str, str]
    left_out: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is such a profile; otherwise this is the strictest of all."""
        return self.effective_from is not None


class BrandingSettings(Settings):
    """How a tenant looks, as its staff change it; lightness of colours is the house's."""

    category: ClassVar[str] = "branding"
    title: ClassVar[str] = "Branding"

    name: str = Field(
        default="Stakehouse", min_length=1, max_length=40, title="Name", description="In headers and titles."
    )
    sender: str = Field(
        default="", max_length=60, title="Sender of mail", description="The name above, if left empty."
    )
    hue: int = Field(default=262, ge=0, le=359, title="Hue", description="Of the brand colour, in degrees.")
    chroma: str = Field(
        default="0.1",
        pattern=r"^0(\.[0-9]{1,3})?$",
        title="Strength",
        description='Of the brand colour, "0" to "0.37".',
    )
    radius: int = Field(default=12, ge=0, le=24, title="Corners", description="Rounding in pixels.")
    logo: str = Field(
        default="",
        pattern=r"^([0-9a-f]{64})?$",
        title="Logo",
        description="Name of an uploaded picture; none if empty.",
    )
