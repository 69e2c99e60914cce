"""What Telegram would sign: init data of a Mini App, fields of the login widget, id tokens."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stakehouse.apps.simulators.telegram.keys import BotKeys

KID = "demo"
ID_TOKEN_S = 300


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at Telegram."""

    id: int
    first_name: str
    username: str


PEOPLE = (
    Person(1001, "Vera", "vera_demo"),
    Person(1002, "Бруно", "bruno_demo"),
    Person(1003, "Citra", "citra_demo"),
)
"""Those who may be chosen on the simulator's pages."""


def init_data(bot: BotKeys, key: Ed25519PrivateKey, person: Person, now: datetime, start: str = "") -> str:
    """The init data with which a Mini App of this bot opens."""
    user = {
        "id": person.id,
        "first_name": person.first_name,
        "username": person.username,
        "language_code": "en",
    }
    fields = {
        "auth_date": str(int(now.timestamp())),
        "query_id": "AAE" + hashlib.sha256(str(now).encode()).hexdigest()[:12],
        "user": json.dumps(user, ensure_ascii=False, separators=(",", ":")),
    }
    if start:
        fields["start_param"] = start
    signature = key.sign(f"{bot.bot_id}:WebAppData\n{_text(fields)}".encode())
    fields["signature"] = base64.urlsafe_b64encode(signature).rstrip(b"=").decode()
    secret = hmac.digest(b"WebAppData", bot.token.encode(), hashlib.sha256)
    return urlencode(fields | {"hash": _hash(secret, fields)})


def widget_fields(bot: BotKeys, person: Person, now: datetime) -> str:
    """The query string with which the login widget sends the browser back."""
    fields = {
        "id": str(person.id),
        "first_name": person.first_name,
        "username": person.username,
        "auth_date": str(int(now.timestamp())),
    }
    return urlencode(fields | {"hash": _hash(hashlib.sha256(bot.token.encode()).digest(), fields)})


def id_token(
    issuer: str, client_id: str, key: Ed25519PrivateKey, person: Person, nonce: str, now: datetime
) -> str:
    """The id token of a sign-in."""
    at = int(now.timestamp())
    claims = {
        "iss": issuer,
        "aud": client_id,
        "sub": str(person.id),
        "id": person.id,
        "name": person.first_name,
        "preferred_username": person.username,
        "nonce": nonce,
        "iat": at,
        "exp": at + ID_TOKEN_S,
    }
    return jwt.encode(claims, key, algorithm="EdDSA", headers={"kid": KID})


def key_set(key: Ed25519PrivateKey) -> dict[str, object]:
    """The public keys as a JWK set."""
    raw = key.public_key().public_bytes_raw()
    public = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
    return {"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": KID, "use": "sig", "alg": "EdDSA", "x": public}]}


def _text(fields: Mapping[str, str]) -> str:
    return "\n".join(f"{name}={fields[name]}" for name in sorted(fields))


def _hash(secret: bytes, fields: Mapping[str, str]) -> str:
    return hmac.new(secret, _text(fields).encode(), hashlib.sha256).hexdigest()
