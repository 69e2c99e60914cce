"""The values of identity: members, registrations, proofs, sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import ClassVar
from uuid import UUID

import msgspec
from pydantic import Field

from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId, SessionId, TenantId, UserId


class Standing(Enum):
    """Whether the operator lets a member take part."""

    PENDING = "pending"
    """Known, but something the house must see first is missing: no play, no deposit."""

    ACTIVE = "active"

    LIMITED = "limited"
    """May sign in and be paid out; neither play nor deposit."""

    SUSPENDED = "suspended"
    """Nothing moves, neither in nor out; no sign-in."""

    INACTIVE = "inactive"
    """Was not seen for long; the next sign-in wakes the account."""

    CLOSED = "closed"
    """Over for good."""


@dataclass(frozen=True, slots=True)
class StandingChange:
    """A change of a member's state, as it was recorded.

    Attributes:
        id: of the record.
        at: when.
        before: the state it followed; a standing, ``time_out`` or ``excluded``.
        after: the state from then on.
        until: when it ends by itself, if it does.
        reason: why.
        actor_kind: who did it: ``member``, ``staff`` or ``system``.
        actor_name: that one's name.
    """

    id: UUID
    at: datetime
    before: str
    after: str
    until: datetime | None
    reason: str
    actor_kind: str
    actor_name: str


class KycStatus(Enum):
    """How far the check of a member's identity has come."""

    NOT_STARTED = "not_started"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    VERIFIED = "verified"
    REJECTED = "rejected"
    EXPIRED = "expired"


class SessionAudience(Enum):
    """The face a session belongs to."""

    PLAYER = "player"
    STAFF = "staff"


class SessionPurpose(Enum):
    """What a session is good for."""

    ALL = "all"
    PAYOUT = "payout"
    """Of a member who is kept out of play: the wallet, withdrawals, the way back; nothing else."""


class Purpose(Enum):
    """What confirming a registration would do."""

    NEW_USER = "new_user"
    """Makes the person known and a member."""

    NEW_MEMBER = "new_member"
    """Makes a person whom the platform knows a member of this tenant too."""

    ALREADY_KNOWN = "already_known"
    """Nothing: the person is a member. The row only makes the work equal; no code fits it."""


@dataclass(frozen=True, slots=True)
class TelegramIdentity:
    """Whom Telegram vouched for.

    Attributes:
        id: the number that never changes.
        first_name: as they wrote it.
        username: without the sign in front; may be empty.
    """

    id: int
    first_name: str
    username: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """By what others know a person: stated where the house must ask about them.

    Attributes:
        first_name: given names.
        last_name: family name.
        postcode: of where they live.
        phone: their mobile number; may be left out.
    """

    first_name: str = ""
    last_name: str = ""
    postcode: str = ""
    phone: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether all is there that others ask for."""
        return bool(self.first_name and self.last_name and self.postcode)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who proved an address and is about to become a member.

    Attributes:
        email: the address.
        birth_date: stated.
        details: by what others know them.
    """

    email: str
    birth_date: date
    details: Details


@dataclass(frozen=True, slots=True)
class Member:
    """A person inside one tenant.

    Attributes:
        member_id: of the member.
        user_id: the person on the whole platform.
        username: the public name, unique in the tenant whatever the case.
        email: the confirmed address.
        country: two-letter code.
        birth_date: as the member stated it.
        currency: of the first wallet.
        locale: language of screens and mails.
        time_zone: of the member's days (limits count in it).
        kyc_status: how far the check of identity has come.
        standing: whether the member may take part.
        created_at: when the registration was confirmed.
        last_sign_in_at: the latest sign-in.
        first_name: given names, empty until they are stated.
        last_name: family name, likewise.
        postcode: of where the member lives; likewise.
        phone: the member's mobile number; likewise.
    """

    member_id: MemberId
    user_id: UserId
    username: str
    email: str
    country: str
    birth_date: date
    currency: str
    locale: str
    time_zone: str
    kyc_status: KycStatus
    standing: Standing
    created_at: datetime
    last_sign_in_at: datetime | None
    first_name: str = ""
    last_name: str = ""
    postcode: str = ""
    phone: str = ""

    @property
    def details(self) -> Details:
        """By what others would know them."""
        return Details(self.first_name, self.last_name, self.postcode, self.phone)

    @property
    def full_name(self) -> str:
        """Given names and family name; empty until they are stated."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Registration:
    """What a person states about themselves; the password comes hashed.

    Attributes:
        email: normalised address.
        username: the public name wished for.
        birth_date: stated.
        country: two-letter code, stated.
        currency: wished for, or ``None`` for the tenant's.
        locale: wished for, or ``None`` for the tenant's.
        referral_code: of whoever sent them.
        telegram: whom Telegram vouched for, if they came that way.
        details: by what others know them; asked for by houses that must ask about them.
    """

    email: str
    username: str
    birth_date: date
    country: str
    currency: str | None = None
    locale: str | None = None
    referral_code: str | None = None
    telegram: TelegramIdentity | None = None
    details: Details = Details()


@dataclass(frozen=True, slots=True)
class Pending:
    """A registration that waits for its code."""

    id: UUID
    purpose: Purpose
    user_id: UserId | None
    email: str
    password_hash: str | None
    username: str
    birth_date: date
    country: str
    currency: str
    locale: str
    referral_code: str | None
    telegram: TelegramIdentity | None
    code_digest: bytes
    tries_left: int
    expires_at: datetime
    details: Details = Details()


class CodePurpose(Enum):
    """What a code that was mailed lets its holder do."""

    PASSWORD_RESET = "password_reset"  # noqa: S105 - the name of a purpose
    EMAIL_CHANGE = "email_change"


@dataclass(frozen=True, slots=True)
class MailedCode:
    """A code that waits to come back.

    Attributes:
        id: of the request.
        purpose: what it lets its holder do.
        subject: whom it concerns: an address, or a user's id. One code for each and purpose.
        user_id: the person; ``None`` where no code fits.
        email: where it was sent.
        code_digest: what is kept of it.
        tries_left: wrong codes that may still come.
        expires_at: when it is over.
    """

    id: UUID
    purpose: CodePurpose
    subject: str
    user_id: UserId | None
    email: str
    code_digest: bytes
    tries_left: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member about to be made; the fields are those of :class:`Member`."""

    user_id: UserId
    username: str
    birth_date: date
    country: str
    currency: str
    locale: str
    referral_code: str | None = None
    kyc_status: KycStatus = KycStatus.NOT_STARTED
    details: Details = Details()


@dataclass(frozen=True, slots=True)
class Device:
    """What a request comes from.

    Attributes:
        name: the client's own words about itself.
        address: its network address.
    """

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is stored of an address: nothing is ``None`` in both."""

    user_id: UserId | None
    password_hash: str | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody's claim to be somebody."""

    tenant_id: TenantId
    email: str
    password: str
    address: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A person who proved to be who they say.

    Attributes:
        user_id: the person.
        methods: how (RFC 8176: ``pwd``, ``otp``, …).
        new_hash: the password hashed with today's parameters, if the stored hash is outdated.
    """

    user_id: UserId
    methods: tuple[str, ...]
    new_hash: str | None = None


class Method(Enum):
    """A way to prove, beside or after the first proof, that it is really the person."""

    PASSKEY = "passkey"
    TOTP = "totp"
    SMS = "sms"
    EMAIL = "email"
    RECOVERY_CODE = "recovery_code"
    PASSWORD = "password"  # noqa: S105 - the name of a method
    """Only for the demo sign-ins of an embedded house, which need no second factor."""


class ChallengePurpose(Enum):
    """What answering a challenge is for."""

    SIGN_IN = "sign_in"
    """The second step of a sign-in."""

    STEP_UP = "step_up"
    """A dangerous act in a session that began earlier."""

    ENROL = "enrol"
    """Shows that a telephone is the person's own."""

    PASSKEY_SIGN_IN = "passkey_sign_in"
    """A sign-in that begins with a passkey, before anybody knows whose."""

    PASSKEY_REGISTRATION = "passkey_registration"
    """A new passkey."""


@dataclass(frozen=True, slots=True)
class Site:
    """The place on the web that a request was sent to; passkeys are bound to it.

    Attributes:
        rp_id: its host name, what a passkey knows it by.
        origin: scheme, host and port, as the browser states them.
        is_embedded: whether it is a house on one machine, whose demo sign-ins need no second factor.
        sends_sms: whether the house has somebody who carries text messages.
    """

    rp_id: str
    origin: str
    is_embedded: bool = False
    sends_sms: bool = False


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a person holds to prove themselves beyond the password.

    Attributes:
        email: their address, empty if there is none.
        locale: their language.
        is_demo: a seeded sign-in to try the house with.
        kinds: the factors that are set up and confirmed.
        passkeys_here: passkeys of the present site.
        passkeys: passkeys of any site.
        recovery_codes: those not used yet.
    """

    email: str
    locale: str
    is_demo: bool
    kinds: frozenset[Method]
    passkeys_here: int
    passkeys: int
    recovery_codes: int


@dataclass(frozen=True, slots=True)
class Factor:
    """A second factor of a person as it is stored.

    Attributes:
        kind: which.
        secret: sealed: the key of an app, or a telephone number.
        created_at: when it was begun.
        confirmed_at: when the person showed that they hold it.
    """

    kind: Method
    secret: bytes | None
    created_at: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A question that waits for one answer, as it is stored.

    Attributes:
        id: of the challenge.
        purpose: what the answer is for.
        audience: the face it was asked at.
        user_id: whom it asks; ``None`` for a sign-in that begins with a passkey.
        session_id: the session it was asked in, if there is one.
        first_methods: how the person had proved themselves before.
        passkey_challenge: what a passkey has to sign.
        sent_by: how a code was sent, if one was.
        code_digest: of that code.
        code_until: until when it counts.
        tries_left: wrong answers it still bears.
        created_at: when it was asked.
    """

    id: UUID
    purpose: ChallengePurpose
    audience: SessionAudience
    user_id: UserId | None
    session_id: SessionId | None
    first_methods: tuple[str, ...]
    passkey_challenge: bytes | None
    sent_by: Method | None
    code_digest: bytes | None
    code_until: datetime | None
    tries_left: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A challenge as its receiver sees it.

    Attributes:
        challenge: opaque; the answer must bring it.
        methods: what would do.
        passkey: what the browser needs to ask a passkey, if one would do.
        expires_at: when it is over.
    """

    challenge: str
    methods: tuple[Method, ...]
    passkey: dict[str, object] | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody's answer to a challenge.

    Attributes:
        method: which way they chose.
        code: of the app, the mail, the message or the sheet of recovery codes.
        passkey: what the browser made of the passkey.
        password_fits: whether the password they gave is theirs, for the method ``password``.
    """

    method: Method
    code: str = ""
    passkey: Mapping[str, object] | None = None
    password_fits: bool = False


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as it is stored.

    Attributes:
        id: of the row.
        user_id: whose.
        rp_id: the host name it was made at.
        credential_id: what the authenticator calls it.
        public_key: checks its signatures.
        sign_count: its counter at the last signature; stays 0 where it has none.
        name: its owner's word for it.
        transports: how the browser reaches it.
        is_synced: whether its owner's other devices have it as well.
        created_at: when it was made.
        last_used_at: when it signed last.
        distrusted_at: when its counter went back.
    """

    id: UUID
    user_id: UserId
    rp_id: str
    credential_id: bytes
    public_key: bytes
    sign_count: int
    name: str
    transports: tuple[str, ...]
    is_synced: bool
    created_at: datetime
    last_used_at: datetime | None
    distrusted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Added:
    """A factor that was set up just now.

    Attributes:
        kind: which.
        recovery_codes: shown this once, where there were none before.
    """

    kind: Method
    recovery_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Security:
    """What a person has set up to prove themselves, and what they could.

    Attributes:
        factors: those confirmed.
        email: the address that codes go to, masked.
        phone: the telephone that codes go to, masked; empty if none is set up.
        passkeys: those of the present site.
        recovery_codes: those not used yet.
        is_mandatory: whether the person's work needs a second factor.
        takes_passkeys: whether passkeys can be made at this site.
        sends_sms: whether codes can go to a telephone.
    """

    factors: tuple[Factor, ...]
    email: str
    phone: str
    passkeys: tuple[Passkey, ...]
    recovery_codes: int
    is_mandatory: bool
    takes_passkeys: bool
    sends_sms: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """No challenge is needed any more.

    Attributes:
        is_stepped_up: whether the person proved all that could be asked of them just now.
    """

    is_stepped_up: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session and the token that continues it.

    Attributes:
        session_id: of the session.
        user_id: the person.
        member_id: the member, for players.
        audience: the face.
        methods: how the person proved themselves.
        refresh_token: opaque; shown once, stored nowhere.
        refresh_until: when it ends unless it is used.
    """

    session_id: SessionId
    user_id: UserId
    member_id: MemberId | None
    audience: SessionAudience
    methods: tuple[str, ...]
    refresh_token: str
    refresh_until: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A live session as its owner sees it."""

    session_id: SessionId
    device: str
    address: str
    created_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session as it was, whether or not it lasts.

    Attributes:
        ended_at: when it ended, or when it will have lapsed.
    """

    session_id: SessionId
    device: str
    address: str
    created_at: datetime
    ended_at: datetime

    def covers(self, moment: datetime) -> bool:
        """Whether it was open at a moment."""
        return self.created_at <= moment <= self.ended_at


@dataclass(frozen=True, slots=True)
class SessionProofs:
    """When and how the person of a session proved who they are.

    Attributes:
        signed_in_at: at first.
        stepped_up_at: all that could be asked, the last time.
        methods: how.
    """

    signed_in_at: datetime
    stepped_up_at: datetime | None
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session as the gate sees it.

    Attributes:
        user_id: the person.
        member_id: the member, for players.
        audience: the face it belongs to.
        name: username of a player, address of a member of staff; for the audit trail.
        is_demo: whether it is of a seeded sign-in to try the house with.
        expires_at: its absolute end.
        acting_id: the member of staff behind it, while support acts as the member.
        acting_name: that person's name.
        is_read_only: whether that person may look and nothing else.
        purpose: what it is good for.
    """

    user_id: UserId
    member_id: MemberId | None
    audience: SessionAudience
    name: str
    is_demo: bool
    expires_at: datetime
    acting_id: UUID | None = None
    acting_name: str = ""
    is_read_only: bool = False
    purpose: SessionPurpose = SessionPurpose.ALL


@dataclass(frozen=True, slots=True)
class SpentToken:
    """A refresh token that was used, and the newest of its family.

    Attributes:
        session_id: the family.
        generation: of the spent token.
        used_at: when.
        used_by: digest of the client that used it.
        head_generation: of the newest token.
        head_digest: what is stored of it.
        head_used: whether it was used as well.
        head_until: when it ends.
    """

    session_id: SessionId
    generation: int
    used_at: datetime
    used_by: bytes
    head_generation: int
    head_digest: bytes
    head_used: bool
    head_until: datetime


class SignInLimits(Settings):
    """How often people may try to sign in, register and ask for codes."""

    category: ClassVar[str] = "sign_in"
    title: ClassVar[str] = "Sign-in and registration"

    attempts_per_account: int = Field(
        default=5, ge=3, le=20, title="Failed sign-ins of one account in 30 minutes, before it is locked"
    )
    lock_minutes: int = Field(
        default=3, ge=1, le=60, title="Minutes of the first lock; each further failure doubles them"
    )
    lock_minutes_max: int = Field(default=60, ge=1, le=1440, title="Minutes of the longest lock")
    attempts_per_address: int = Field(
        default=5, ge=3, le=100_000, title="Sign-ins from one network address in 15 minutes"
    )
    registrations_per_address: int = Field(
        default=10,
        ge=1,
        le=100_000,
        title="Registrations and confirmations from one network address in an hour",
    )
    factor_tries_per_account: int = Field(
        default=10, ge=5, le=100, title="Answers of one account with a second factor in 15 minutes"
    )
    codes_per_account: int = Field(default=3, ge=1, le=10, title="Codes sent to one account in 5 minutes")


class TelegramSettings(Settings):
    """How members sign in by Telegram, once the tenant has a bot."""

    category: ClassVar[str] = "telegram"
    title: ClassVar[str] = "Sign-in by Telegram"

    mini_app: bool = Field(default=True, title="Sign members in who open the bot's Mini App")
    mini_app_seconds: int = Field(
        default=60, ge=30, le=900, title="Seconds after which the data of an opened Mini App no longer counts"
    )
    demand_signature: bool = Field(
        default=False, title="Ask Mini Apps for Telegram's own signature besides the bot's"
    )
    openid: bool = Field(default=True, title="Offer “Log in with Telegram” on the sign-in page")
    widget: bool = Field(default=False, title="Accept the older login widget")
    widget_seconds: int = Field(
        default=300, ge=30, le=900, title="Seconds after which the data of the login widget no longer counts"
    )


@dataclass(frozen=True, slots=True)
class TelegramBot:
    """A tenant's bot, without its secrets.

    Attributes:
        bot_id: its number.
        username: its name, without the sign in front.
        has_token: whether its token is kept.
        has_client_secret: whether its secret for "Log in with Telegram" is kept.
        updated_at: when it was set up or changed.
    """

    bot_id: int
    username: str
    has_token: bool
    has_client_secret: bool
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class TelegramLink:
    """The person of Telegram whom a member signs in as."""

    telegram_id: int
    username: str
    first_name: str
    linked_at: datetime


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of closing an account.

    Attributes:
        kind: ``balance``, ``held`` or ``open_round``.
        amount: the money, as a decimal string.
        currency: of the money.
    """

    kind: str
    amount: str | None = None
    currency: str | None = None

    def shown(self) -> dict[str, str | None]:
        """As it goes out."""
        return {"kind": self.kind, "amount": self.amount, "currency": self.currency}


@dataclass(frozen=True, slots=True)
class Departure:
    """What closing an account would mean.

    Attributes:
        obstacles: what has to go first.
        losses: what is lost: account, amount and currency.
    """

    obstacles: tuple[Obstacle, ...]
    losses: tuple[tuple[str, str, str], ...]


class ExportState(Enum):
    """How far an archive of personal data has come."""

    WAITING = "waiting"
    BUILDING = "building"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DataExport:
    """An archive of a member's personal data.

    Attributes:
        id: of the archive.
        member_id: whose data it holds.
        state: how far it has come.
        sections: files it will have; 0 before it is begun.
        done: files it has.
        size: bytes, once it is ready.
        requested_at: when it was asked for.
        ready_at: when it was ready.
        expires_at: when it is deleted.
    """

    id: UUID
    member_id: MemberId
    state: ExportState
    sections: int
    done: int
    size: int
    requested_at: datetime
    ready_at: datetime | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """The arguments of the job that builds an archive."""

    export_id: UUID


@dataclass(frozen=True, slots=True)
class House:
    """A house as one of its people sees it in their own list.

    Attributes:
        slug: its name in addresses.
        name: its name for people.
        hue: of its look.
        host: the name it answers to, if it has one of its own.
        is_current: whether it is the house that was asked.
    """

    slug: str
    name: str
    hue: int
    host: str | None
    is_current: bool


class Pass(msgspec.Struct, frozen=True, kw_only=True):
    """Lets a person who is signed in to one house sign in to another; it travels sealed for that house."""

    user_id: UUID
    methods: tuple[str, ...]
    audience: str
    until: int


class SessionSettings(Settings):
    """How long people stay signed in."""

    category: ClassVar[str] = "sessions"
    title: ClassVar[str] = "Sessions"

    idle_minutes: int = Field(
        default=0,
        ge=0,
        le=1440,
        title="Minutes without a sign of life after which members sign in again; 0 for none",
    )
    full_days: int = Field(
        default=30, ge=1, le=30, title="Days after which members sign in again however active they are"
    )
    staff_idle_minutes: int = Field(
        default=0,
        ge=0,
        le=1440,
        title="Minutes without a sign of life after which staff sign in again; 0 for none",
    )
    staff_full_days: int = Field(
        default=7, ge=1, le=30, title="Days after which staff sign in again however active they are"
    )
    new_device_notice: bool = Field(
        default=True, title="Tell members by mail of a sign-in from a device that was not seen before"
    )


class Template(Enum):
    """The mails that identity sends."""

    CONFIRM = "confirm"
    """The code that confirms a registration; fields ``code`` and ``username``."""

    CONFIRM_KNOWN = "confirm_known"
    """The same to a person who already has a sign-in, whose password stays; fields as above."""

    ALREADY_REGISTERED = "already_registered"
    """Somebody registered with the address of a member."""

    SESSION_ENDED = "session_ended"
    """A spent refresh token came back and its session was ended; field ``address``."""

    SECOND_FACTOR_CODE = "second_factor_code"
    """The code that proves a person once more; field ``code``."""

    FACTOR_ADDED = "factor_added"
    """A second factor was set up; fields ``factor`` and ``address``."""

    FACTOR_REMOVED = "factor_removed"
    """A second factor was taken away; fields as above."""

    PASSKEY_DISTRUSTED = "passkey_distrusted"
    """The counter of a passkey went back; fields as above."""

    FACTORS_RESET = "factors_reset"
    """All second factors were taken away by the house, because they were lost."""

    EXCLUSION_ASKED = "exclusion_asked"
    """Somebody asked that another person be kept out, and it came; field ``reference``."""

    RECOVERY_CODE_USED = "recovery_code_used"
    """A recovery code was used; fields ``left`` and ``address``."""
    RESET = "reset"
    """The code with which a new password can be chosen; fields ``code`` and ``username``."""

    RESET_UNKNOWN = "reset_unknown"
    """Somebody asked for a new password with the address of nobody here."""

    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a mail
    """The password is another one; field ``address``."""

    EMAIL_CHANGE = "email_change"
    """The code that confirms a new address; fields ``code`` and ``username``."""

    EMAIL_TAKEN = "email_taken"
    """Somebody wants to change to an address that is another person's sign-in."""

    EMAIL_CHANGED = "email_changed"
    """To the former address: it is no longer the sign-in; field ``masked``, the new one."""

    CLOSED = "closed"
    """The account was closed by its holder; field ``username``."""

    EXPORT_READY = "export_ready"
    """The archive of personal data can be fetched; fields ``username`` and ``days``."""

    TELEGRAM_LINKED = "telegram_linked"
    """A person of Telegram signs in as the member from now on; field ``telegram``."""

    NEW_DEVICE = "new_device"
    """A sign-in from a device that was not seen before; fields ``device``, ``address``, ``at``."""

    STAFF_INVITED = "staff_invited"
    """A person is asked to join the staff; fields ``code``, ``name``, ``role`` and ``inviter``."""

    IMPERSONATED = "impersonated"
    """Support looked at the house as the member; fields ``staff``, ``reason``, ``since``, ``until``."""


class MailOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A mail owed to somebody; it travels sealed, for it may hold a code.

    Attributes:
        template: which mail.
        to: the address.
        locale: its language.
        fields: what the template needs.
    """

    template: Template
    to: str
    locale: str
    fields: dict[str, str]
