"""What Telegram signs, against vectors of others and of our own, and everything that must fail."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.apps.simulators.telegram.keys import bot_keys, test_key
from stakehouse.apps.simulators.telegram.signing import PEOPLE, init_data, widget_fields
from stakehouse.infra.telegram import (
    PRODUCTION_KEY,
    InvalidTelegramData,
    check_init_data,
    check_init_data_signature,
    check_widget,
)

VECTORS: dict[str, dict[str, Any]] = {
    entry["name"]: entry
    for entry in json.loads(Path(__file__).with_name("vectors").joinpath("telegram.json").read_text("utf-8"))
}
OWN = VECTORS["self-hmac-with-signature"]
MINUTE = timedelta(minutes=1)
SECRET = bytes(range(32))
BOT = bot_keys(SECRET, "lucky")
KEY = test_key(SECRET)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def signed_at(raw: str) -> datetime:
    return datetime.fromtimestamp(int(dict(parse_qsl(raw))["auth_date"]), UTC)


@pytest.mark.parametrize("name", ["tma-doc-hmac", "self-hmac-with-signature"])
def test_init_data_by_token(name: str) -> None:
    entry = VECTORS[name]
    raw = entry["init_data"]

    found = check_init_data(raw, entry["token"], now=signed_at(raw) + MINUTE, age_max=MINUTE)

    assert found.person.id == json.loads(dict(parse_qsl(raw))["user"])["id"]
    assert found.signed_at == signed_at(raw)


def test_names_and_start_parameter_are_read() -> None:
    found = check_init_data(OWN["init_data"], OWN["token"], now=signed_at(OWN["init_data"]), age_max=MINUTE)

    assert (found.person.first_name, found.person.language, found.start_param) == ("Тест", "ru", "ref_G7X2")


@pytest.mark.parametrize("name", ["tma-doc-ed25519-prod", "aiogram-ed25519"])
def test_init_data_by_signature(name: str) -> None:
    entry = VECTORS[name]
    raw, key = entry["init_data"], bytes.fromhex(entry["public_key"])

    def check(raw: str, bot_id: int, key: bytes) -> None:
        check_init_data_signature(raw, bot_id, [key], now=signed_at(raw), age_max=MINUTE)

    check(raw, entry["bot_id"], key)
    with pytest.raises(InvalidTelegramData):
        check(raw, entry["bot_id"] + 1, key)
    with pytest.raises(InvalidTelegramData):
        check(raw, entry["bot_id"], bytes(KEY.public_key().public_bytes_raw()))
    with pytest.raises(InvalidTelegramData):
        check(raw.replace("user=%7B%22id%22%3A", "user=%7B%22id%22%3A1"), entry["bot_id"], key)


def test_the_production_key_is_the_one_that_telegram_publishes() -> None:
    assert VECTORS["tma-doc-ed25519-prod"]["public_key"] == PRODUCTION_KEY.hex()


def test_login_widget() -> None:
    entry = VECTORS["login-widget"]
    raw = urlencode(entry["fields"] | {"hash": entry["hash"]})
    now = datetime.fromtimestamp(1565810688, UTC)

    found = check_widget(raw, entry["token"], now=now, age_max=MINUTE)

    assert (found.person.id, found.person.first_name, found.person.username) == (42, "John", "username")
    with pytest.raises(InvalidTelegramData):
        check_widget(raw.replace("John", "Jonn"), entry["token"], now=now, age_max=MINUTE)
    with pytest.raises(InvalidTelegramData):
        check_init_data(raw, entry["token"], now=now, age_max=MINUTE)


def without(raw: str, name: str) -> str:
    return urlencode([(key, value) for key, value in parse_qsl(raw) if key != name], quote_via=quote)


SPOILT = {
    "a byte of the user flipped": OWN["init_data"].replace("%22id%22%3A42", "%22id%22%3A43"),
    "the signature left out": without(OWN["init_data"], "signature"),
    "the hash left out": without(OWN["init_data"], "hash"),
    "the user twice": OWN["init_data"] + "&user=%7B%22id%22%3A1%7D",
    "a field added": OWN["init_data"] + "&is_admin=1",
    "the hash in capitals": OWN["init_data"].replace(OWN["hash"], OWN["hash"].upper()),
    "the hash cut": OWN["init_data"][:-1],
    "empty": "",
    "not UTF-8": OWN["init_data"].replace("%D0%A2", "%FF"),
    "no query string": "hello",
    "enormous": OWN["init_data"] + "&x=" + "x" * 9000,
}


@pytest.mark.parametrize("case", list(SPOILT))
def test_spoilt_data_is_refused(case: str) -> None:
    with pytest.raises(InvalidTelegramData):
        check_init_data(SPOILT[case], OWN["token"], now=signed_at(OWN["init_data"]), age_max=MINUTE)


@pytest.mark.parametrize("off_s", [-61, 61])
def test_data_of_another_time_is_refused(off_s: int) -> None:
    now = signed_at(OWN["init_data"]) + timedelta(seconds=off_s)

    with pytest.raises(InvalidTelegramData):
        check_init_data(OWN["init_data"], OWN["token"], now=now, age_max=MINUTE)


def test_another_bots_token_is_refused() -> None:
    with pytest.raises(InvalidTelegramData):
        check_init_data(OWN["init_data"], "43:TEST", now=signed_at(OWN["init_data"]), age_max=MINUTE)


def test_the_simulator_signs_as_telegram_does() -> None:
    raw = init_data(BOT, KEY, PEOPLE[1], NOON, start="ref_1")

    by_token = check_init_data(raw, BOT.token, now=NOON, age_max=MINUTE)
    by_key = check_init_data_signature(
        raw, BOT.bot_id, [PRODUCTION_KEY, KEY.public_key().public_bytes_raw()], now=NOON, age_max=MINUTE
    )
    by_widget = check_widget(widget_fields(BOT, PEOPLE[1], NOON), BOT.token, now=NOON, age_max=MINUTE)

    assert by_token.person == by_key.person
    assert by_token.start_param == "ref_1"
    assert by_widget.person.id == by_token.person.id


@given(st.binary(max_size=200))
def test_no_text_is_believed_and_none_breaks_the_check(noise: bytes) -> None:
    for raw in (noise.decode("latin-1"), f"{OWN['init_data']}&{noise.decode('latin-1')}x=1"):
        with pytest.raises(InvalidTelegramData):
            check_init_data(raw, OWN["token"], now=signed_at(OWN["init_data"]), age_max=MINUTE)


@given(st.integers(min_value=0, max_value=len(OWN["init_data"]) - 1), st.sampled_from("0aZ%&=+"))
def test_one_character_changed_is_found(place: int, character: str) -> None:
    raw = OWN["init_data"]
    changed = raw[:place] + character + raw[place + 1 :]
    try:
        same = dict(parse_qsl(changed, keep_blank_values=True, errors="strict")) == dict(parse_qsl(raw))
    except ValueError:
        same = False
    if same:
        return

    with pytest.raises(InvalidTelegramData):
        check_init_data(changed, OWN["token"], now=signed_at(raw), age_max=MINUTE)
