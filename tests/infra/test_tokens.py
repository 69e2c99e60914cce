"""Access tokens: signed by the key of their time, refused in every other form."""

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest

from stakehouse.infra.crypto import MasterKey, Vault
from stakehouse.infra.tokens import LIFETIME, PERIOD_S, Claims, Tokens
from stakehouse.kernel.errors import Unauthenticated
from stakehouse.kernel.ids import new_id

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FIRST, SECOND = MasterKey(1, bytes(range(32))), MasterKey(2, bytes(range(1, 33)))
CLAIMS = Claims(
    user_id=new_id(),
    tenant_id=new_id(),
    member_id=new_id(),
    session_id=new_id(),
    audience="player",
    methods=("pwd", "otp"),
    roles_version=7,
    expires_at=NOON + LIFETIME,
)


def header_of(token: str) -> dict[str, Any]:
    header: dict[str, Any] = jwt.get_unverified_header(token)
    return header


def test_a_token_says_what_it_was_made_with() -> None:
    tokens = Tokens(Vault([FIRST]))

    assert tokens.verify(tokens.mint(CLAIMS, NOON), "player", NOON) == CLAIMS
    staff = replace(CLAIMS, audience="staff", member_id=None)
    assert tokens.verify(tokens.mint(staff, NOON), "staff", NOON) == staff


def test_every_process_makes_the_same_keys() -> None:
    assert Tokens(Vault([FIRST])).verify(Tokens(Vault([FIRST])).mint(CLAIMS, NOON), "player", NOON) == CLAIMS


def test_the_key_changes_every_thirty_days_and_yesterdays_token_still_counts() -> None:
    tokens = Tokens(Vault([FIRST]))
    turn = datetime.fromtimestamp((int(NOON.timestamp()) // PERIOD_S + 1) * PERIOD_S, UTC)
    claims = replace(CLAIMS, expires_at=turn + timedelta(minutes=10))

    before = tokens.mint(claims, turn - timedelta(seconds=1))
    after = tokens.mint(claims, turn)

    assert header_of(before)["kid"] != header_of(after)["kid"]
    assert tokens.verify(before, "player", turn + timedelta(minutes=5)) == claims


def test_a_key_of_long_ago_is_not_accepted_however_long_the_token_lasts() -> None:
    tokens = Tokens(Vault([FIRST]))
    later = NOON + timedelta(seconds=3 * PERIOD_S)
    token = tokens.mint(replace(CLAIMS, expires_at=later + LIFETIME), NOON)

    with pytest.raises(Unauthenticated):
        tokens.verify(token, "player", later)


def test_a_retired_master_makes_its_tokens_worthless() -> None:
    token = Tokens(Vault([FIRST])).mint(CLAIMS, NOON)

    assert Tokens(Vault([SECOND, FIRST])).verify(token, "player", NOON) == CLAIMS
    with pytest.raises(Unauthenticated):
        Tokens(Vault([SECOND])).verify(token, "player", NOON)


@pytest.mark.parametrize(
    ("audience", "moment"),
    [
        ("staff", NOON),
        ("machine", NOON),
        ("player", NOON + LIFETIME),
        ("player", NOON - timedelta(seconds=31)),
    ],
)
def test_a_token_counts_at_its_face_and_in_its_time_only(audience: str, moment: datetime) -> None:
    tokens = Tokens(Vault([FIRST]))
    token = tokens.mint(CLAIMS, NOON)

    with pytest.raises(Unauthenticated):
        tokens.verify(token, audience, moment)


def forged(header: dict[str, Any], key: object, algorithm: str | None) -> str:
    token = Tokens(Vault([FIRST])).mint(CLAIMS, NOON)
    payload = jwt.decode(token, options={"verify_signature": False})
    real = header_of(token)
    headers = {"kid": real["kid"], "typ": real["typ"]} | header
    return jwt.encode(payload, key, algorithm=algorithm, headers=headers)  # type: ignore[arg-type]  # on purpose


def test_forged_tokens_are_refused() -> None:
    tokens = Tokens(Vault([FIRST]))
    real = tokens.mint(CLAIMS, NOON)
    head, body, signature = real.split(".")
    other_body = base64.urlsafe_b64encode(json.dumps({"sub": "x"}).encode()).rstrip(b"=").decode()
    symmetric = Vault([FIRST]).derived(1, "guess")

    for token in (
        forged({}, None, "none"),
        forged({}, symmetric, "HS256"),
        forged({"kid": "9.9"}, symmetric, "HS256"),
        forged({"jku": "https://evil.example/keys"}, symmetric, "HS256"),
        f"{head}.{other_body}.{signature}",
        f"{head}.{body}.",
        f"{head}.{body}",
        real + "=",
        real[:-4] + "AAAA",
        "",
        "....",
        "x" * 5000,
    ):
        with pytest.raises(Unauthenticated):
            tokens.verify(token, "player", NOON)


def test_a_token_of_another_type_is_refused() -> None:
    tokens = Tokens(Vault([FIRST]))
    token = tokens.mint(CLAIMS, NOON)
    payload = jwt.decode(token, options={"verify_signature": False})
    kid = header_of(token)["kid"]
    other = jwt.encode(
        payload, tokens._private_key(kid), algorithm="EdDSA", headers={"kid": kid, "typ": "refresh+jwt"}
    )

    with pytest.raises(Unauthenticated):
        tokens.verify(other, "player", NOON)
