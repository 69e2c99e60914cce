"""The decisions of identity: who may register, which name and password will do, which token counts."""

import hmac
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from email_validator import EmailNotValidError, validate_email
from pyotp import TOTP

from stakehouse.domains.identity.errors import (
    CountryBlocked,
    DetailsRequired,
    InvalidBirthDate,
    InvalidEmail,
    OnlyTheMember,
    TooYoung,
    UnknownCountry,
)
from stakehouse.domains.identity.types import (
    Details,
    Holdings,
    Method,
    SessionAudience,
    SessionSettings,
    SpentToken,
    Standing,
)
from stakehouse.domains.tenancy import TenantProfile, minimum_age_of
from stakehouse.kernel.actor import Actor

CODE_DIGITS = 6
CODE_LIFETIME = timedelta(minutes=10)
CODE_TRIES = 5

REFRESH_LIFETIME = timedelta(days=7)
"""Of one refresh token; using it starts the next one's."""

PAYOUT_SESSION_LIFETIME = timedelta(minutes=15)
"""Of the session in which an excluded member is paid out."""

REPEAT_WINDOW = timedelta(seconds=10)
"""In which a lost answer may be asked for again."""

STANDINGS_AFTER = {
    Standing.PENDING: {Standing.ACTIVE, Standing.LIMITED, Standing.SUSPENDED, Standing.CLOSED},
    Standing.ACTIVE: {Standing.LIMITED, Standing.SUSPENDED, Standing.INACTIVE, Standing.CLOSED},
    Standing.LIMITED: {Standing.ACTIVE, Standing.SUSPENDED, Standing.INACTIVE, Standing.CLOSED},
    Standing.SUSPENDED: {Standing.ACTIVE, Standing.LIMITED, Standing.CLOSED},
    Standing.INACTIVE: {Standing.ACTIVE, Standing.LIMITED, Standing.SUSPENDED, Standing.CLOSED},
    Standing.CLOSED: set[Standing](),
}
"""Which standing may follow which. Closed is for good: who comes back registers anew."""

STANDINGS_OUT = frozenset({Standing.SUSPENDED, Standing.INACTIVE, Standing.CLOSED})
"""The standings in which nobody stays signed in."""

CHALLENGE_LIFETIME = timedelta(minutes=10)
"""In which the person has to answer."""

PASSKEY_CHALLENGE_LIFETIME = timedelta(minutes=5)
"""In which a passkey has to sign."""

STEP_UP_LIFETIME = timedelta(minutes=10)
"""For how long a session that proved a second factor may do dangerous things."""

SECOND_FACTOR_METHOD = "mfa"
"""What the methods of a session hold if a second factor was among them (RFC 8176)."""

METHOD_REFERENCES: dict[Method, str] = {
    Method.PASSKEY: "pop",
    Method.TOTP: "otp",
    Method.SMS: "sms",
    Method.EMAIL: "otp",
    Method.RECOVERY_CODE: "otp",
    Method.PASSWORD: "pwd",
}

TOTP_PERIOD_S = 30
TOTP_DRIFT = 1
"""Steps by which a telephone's clock may be ahead or behind."""

RECOVERY_CODES = 10
RECOVERY_CODE_LENGTH = 10
RECOVERY_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without characters that look like others."""

AGE_MAX = 120
EMAIL_LENGTH_MAX = 254
PASSWORD_LENGTH_MIN = 10
PASSWORD_LENGTH_MAX = 128
USERNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{2,29}", re.ASCII)

_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
    "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
    "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
    "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC "
    "LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
    "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
    "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
COUNTRIES = frozenset(_COUNTRIES.split())
"""All officially assigned codes of ISO 3166-1 alpha-2."""


def normalise_email(text: str) -> str:
    """The address as it is stored and compared: small letters, one form of each character.

    Raises:
        InvalidEmail: the text is not an address.
    """
    try:
        # The test environment admits the domain .test, which the seeded sign-ins live in.
        checked = validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise InvalidEmail(f"This is not an e-mail address: {error}", field="email") from error
    return checked.normalized.lower()


def age_on(day: date, birth_date: date) -> int:
    """Whole years lived on a day; a 29 February counts from 1 March in other years."""
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday


def check_person(profile: TenantProfile, birth_date: date, country: str, *, today: date) -> None:
    """Whether the tenant may serve a person at all.

    Raises:
        InvalidBirthDate: nobody alive was born then.
        TooYoung: below the tenant's age, or the law's.
        UnknownCountry: no such country.
        CountryBlocked: not from this country.
    """
    if birth_date > today or age_on(today, birth_date) > AGE_MAX:
        raise InvalidBirthDate("Check the date of birth.", field="birth_date")
    if country not in COUNTRIES:
        raise UnknownCountry("Give the country as two capital letters, such as DE.", field="country")
    if country in profile.blocked_countries:
        raise CountryBlocked(f"{profile.name} may not serve people in this country.", field="country")
    minimum_age = minimum_age_of(profile)
    if age_on(today, birth_date) < minimum_age:
        raise TooYoung(
            f"One has to be {minimum_age} years old to register here.",
            field="birth_date",
            facts={"minimum_age": minimum_age},
        )


def check_details(details: Details, *, are_demanded: bool) -> None:
    """Whether a person stated what the house must ask others about them.

    Raises:
        DetailsRequired: something is missing that is demanded.
    """
    if not are_demanded:
        return
    for name in ("first_name", "last_name", "postcode"):
        if not getattr(details, name):
            raise DetailsRequired(
                "The law has this house ask a national register about everybody who joins; "
                "state your first name, last name and postcode.",
                field=name,
            )


def locale_for(profile: TenantProfile, wished: str | None) -> str:
    """The tenant's language nearest to the one wished for; the tenant's first one otherwise."""
    language = (wished or "").partition("-")[0].lower()
    return language if language in profile.languages else profile.languages[0]


def demand_self(actor: Actor) -> None:
    """Lets a person pass who is here as themselves, and not support that sees the house as they do.

    Raises:
        OnlyTheMember: it is support.
    """
    if actor.real_user_id is not None:
        raise OnlyTheMember("Only the member can do this; you see the house as them.")


def idle_limit(settings: SessionSettings, audience: SessionAudience) -> timedelta | None:
    """How long a session may give no sign of life; ``None`` for as long as its token lives."""
    minutes = settings.idle_minutes if audience is SessionAudience.PLAYER else settings.staff_idle_minutes
    return timedelta(minutes=minutes) if minutes else None


def may_repeat(spent: SpentToken, *, client: bytes, now: datetime) -> bool:
    """Whether a spent refresh token may get its successor once more.

    Only the same client, within ten seconds, and only while the successor is the unused newest of
    the family: an answer was lost or two tabs asked at once. Anything else is a second holder.
    """
    return (
        spent.used_by == client
        and now - spent.used_at <= REPEAT_WINDOW
        and spent.head_generation == spent.generation + 1
        and not spent.head_used
    )


def second_methods(held: Holdings) -> tuple[Method, ...]:
    """How a person can prove themselves beyond the password; nothing if no second factor is set up.

    A passkey counts at the site it was made for only. Somebody whose factors are all of another site
    is asked for a code by mail: the second step is never left out.
    """
    if not held.kinds and not held.passkeys:
        return ()
    usable: list[Method] = [
        method for method in (Method.TOTP, Method.SMS, Method.EMAIL) if method in held.kinds
    ]
    if held.passkeys_here:
        usable.insert(0, Method.PASSKEY)
    if not usable and held.email:
        usable.append(Method.EMAIL)
    if held.recovery_codes:
        usable.append(Method.RECOVERY_CODE)
    return tuple(usable)


def step_up_methods(held: Holdings, *, is_embedded: bool) -> tuple[Method, ...]:
    """How a person who is signed in can prove once more that it is them.

    Without a second factor it is a code to the confirmed address. Only the demo sign-ins of an
    embedded house confirm their password instead.
    """
    methods = second_methods(held)
    if methods:
        return methods
    if waives_second_factor(held, is_embedded=is_embedded):
        return (Method.PASSWORD,)
    return (Method.EMAIL,) if held.email else ()


def waives_second_factor(held: Holdings, *, is_embedded: bool) -> bool:
    """Whether nobody asks a person for a second factor: a demo sign-in that has set up none."""
    return is_embedded and held.is_demo and not held.kinds and not held.passkeys


def is_recent(moment: datetime | None, now: datetime) -> bool:
    """Whether a proof is recent enough for a dangerous act."""
    return moment is not None and now - moment < STEP_UP_LIFETIME


def proved_with(first: Sequence[str], method: Method) -> tuple[str, ...]:
    """The methods of a session after a second proof."""
    return tuple(dict.fromkeys((*first, METHOD_REFERENCES[method], SECOND_FACTOR_METHOD)))


def fitting_step(secret: str, code: str, now: datetime) -> int | None:
    """The time step of an authenticator app that a code belongs to: the present one or a neighbour.

    All three are compared, in constant time each, so that the time taken tells nothing.
    """
    app = TOTP(secret)
    present = int(now.timestamp()) // TOTP_PERIOD_S
    near = range(present - TOTP_DRIFT, present + TOTP_DRIFT + 1)
    fitting = [step for step in near if hmac.compare_digest(app.generate_otp(step).encode(), code.encode())]
    return max(fitting, default=None)


def normalise_recovery_code(text: str) -> str:
    """A recovery code as it is digested: without what people add when they copy it."""
    return "".join(character for character in text.lower() if character.isalnum())


def shown_recovery_code(code: str) -> str:
    """A recovery code as it is written down."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def masked_phone(number: str) -> str:
    """A telephone number of which only its owner recognises the rest."""
    return f"{number[:3]} … {number[-2:]}"


def masked_email(email: str) -> str:
    """An address of which only its owner recognises the rest."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}…@{domain}"
