"""What Telegram signs, checked exactly: init data of a Mini App and the fields of the login widget.

Two proofs exist. Whoever holds the bot's token checks an HMAC; anybody checks an Ed25519 signature of
Telegram's own, knowing only the bot's number. Everything here is pure: time and keys are handed in.
"""

import base64
import hashlib
import hmac
import json
import re
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from stakehouse.kernel.errors import Kind, Refusal

PRODUCTION_KEY = bytes.fromhex("e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d")
"""Telegram's public key for init data of its production servers."""

TOKEN = re.compile(r"([0-9]{1,16}):[A-Za-z0-9_-]{4,100}", re.ASCII)
DATA_LENGTH_MAX = 8192
FIELDS_MAX = 64
AHEAD = timedelta(seconds=60)
"""A clock of theirs may go ahead of ours by so much."""

ID_MAX = 2**52
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DATE = re.compile(r"[0-9]{1,12}", re.ASCII)


class InvalidTelegramData(Refusal):
    """Not signed for this house's bot, altered, or too old."""

    kind = Kind.UNAUTHENTICATED


@dataclass(frozen=True, slots=True)
class TelegramPerson:
    """A person as Telegram names them.

    Attributes:
        id: the number that never changes.
        first_name: as they wrote it.
        last_name: as they wrote it; may be empty.
        username: without the sign in front; may be empty.
        language: of their Telegram, two letters or more; may be empty.
    """

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SignedData:
    """What was signed, and proved to be.

    Attributes:
        person: whom Telegram vouches for.
        start_param: what the link carried that opened the Mini App; may be empty.
        signed_at: when Telegram signed.
        digest: of the text that was signed, to know it again.
    """

    person: TelegramPerson
    start_param: str
    signed_at: datetime
    digest: bytes


def bot_id_of(token: str) -> int | None:
    """The number of the bot whose token this is; ``None`` if it has not the form of one."""
    found = TOKEN.fullmatch(token)
    return None if found is None else int(found.group(1))


def check_init_data(raw: str, token: str, *, now: datetime, age_max: timedelta) -> SignedData:
    """The init data of a Mini App, proved by the bot's token.

    Args:
        raw: as the Mini App holds it, a query string.
        token: of the bot.
        now: the time.
        age_max: how long ago it may have been signed.

    Raises:
        InvalidTelegramData: it was not signed with this token, was altered, or is too old.
    """
    fields = _fields(raw)
    text = _text(fields, without=("hash",))
    # The key is the word and the message the token, not the other way round.
    secret = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    _demand_hash(fields, secret, text)
    return _signed(fields, _person_of_json(fields.get("user", "")), text, now=now, age_max=age_max)


def check_init_data_signature(
    raw: str, bot_id: int, keys: Sequence[bytes], *, now: datetime, age_max: timedelta
) -> SignedData:
    """The init data of a Mini App, proved by Telegram's own signature; needs no token.

    Args:
        raw: as the Mini App holds it, a query string.
        bot_id: the number of the bot it must be for.
        keys: public keys of Telegram that count.
        now: the time.
        age_max: how long ago it may have been signed.

    Raises:
        InvalidTelegramData: none of the keys signed it for this bot, it was altered, or is too old.
    """
    fields = _fields(raw)
    text = _text(fields, without=("hash", "signature"))
    message = f"{bot_id}:WebAppData\n{text}".encode()
    try:
        signature = base64.b64decode(_padded(fields.get("signature", "")), altchars=b"-_", validate=True)
    except (NotBase64, ValueError) as error:
        raise _invalid() from error
    if not any(_verifies(key, signature, message) for key in keys):
        raise _invalid()
    return _signed(fields, _person_of_json(fields.get("user", "")), text, now=now, age_max=age_max)


def check_widget(raw: str, token: str, *, now: datetime, age_max: timedelta) -> SignedData:
    """The fields of the login widget, proved by the bot's token.

    Args:
        raw: the fields as the query string that Telegram sent the browser back with.
        token: of the bot.
        now: the time.
        age_max: how long ago they may have been signed.

    Raises:
        InvalidTelegramData: they were not signed with this token, were altered, or are too old.
    """
    fields = _fields(raw)
    text = _text(fields, without=("hash",))
    _demand_hash(fields, hashlib.sha256(token.encode()).digest(), text)
    return _signed(fields, _person_of_fields(fields), text, now=now, age_max=age_max)


def _fields(raw: str) -> dict[str, str]:
    """The fields of a query string, decoded exactly once; each may occur once."""
    if not raw or len(raw) > DATA_LENGTH_MAX:
        raise _invalid()
    try:
        pairs = parse_qsl(
            raw, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=FIELDS_MAX
        )
    except ValueError as error:  # bytes that are not UTF-8 among them
        raise _invalid() from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise _invalid()
    return fields


def _text(fields: dict[str, str], *, without: tuple[str, ...]) -> str:
    return "\n".join(f"{name}={fields[name]}" for name in sorted(fields) if name not in without)


def _demand_hash(fields: dict[str, str], secret: bytes, text: str) -> None:
    claimed = fields.get("hash", "")
    expected = hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
    if _HASH.fullmatch(claimed) is None or not hmac.compare_digest(claimed, expected):
        raise _invalid()


def _verifies(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _signed(
    fields: dict[str, str], person: TelegramPerson, text: str, *, now: datetime, age_max: timedelta
) -> SignedData:
    date = fields.get("auth_date", "")
    if _DATE.fullmatch(date) is None:
        raise _invalid()
    signed_at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(date))
    if signed_at > now + AHEAD or signed_at < now - age_max:
        raise InvalidTelegramData("This came from Telegram too long ago; open it again from there.")
    digest = hashlib.sha256(text.encode()).digest()
    return SignedData(person, fields.get("start_param", ""), signed_at, digest)


# Any: what a stranger put into JSON; every field is looked at before it counts.
def _person_of_json(text: str) -> TelegramPerson:
    try:
        user: Any = json.loads(text)
    except ValueError as error:
        raise _invalid() from error
    if not isinstance(user, dict):
        raise _invalid()
    return TelegramPerson(
        _person_id(user.get("id")),
        _name(user.get("first_name")),
        _name(user.get("last_name")),
        _name(user.get("username")),
        _name(user.get("language_code")),
    )


def _person_of_fields(fields: dict[str, str]) -> TelegramPerson:
    number = fields.get("id", "")
    return TelegramPerson(
        _person_id(int(number) if re.fullmatch("[0-9]{1,16}", number, re.ASCII) else None),
        _name(fields.get("first_name")),
        _name(fields.get("last_name")),
        _name(fields.get("username")),
    )


def _person_id(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < ID_MAX:
        raise _invalid()
    return value


def _name(value: object) -> str:
    return value.replace("\0", "")[:64] if isinstance(value, str) else ""


def _padded(text: str) -> str:
    return text + "=" * (-len(text) % 4)


def _invalid() -> InvalidTelegramData:
    return InvalidTelegramData("Telegram did not sign this for us; open it again from there.")
