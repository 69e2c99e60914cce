"""Logs say what happened and never a secret."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from stakehouse.infra.logs import BLACK, black_out, clean_text, is_card_number

CARD = "4111111111111111"


@pytest.mark.parametrize(
    "name",
    ["password", "new_password", "refresh_token", "Authorization", "api_key", "cookie", "server_seed", "cvv"],
)
def test_what_is_named_like_a_secret_is_blacked_out(name: str) -> None:
    assert black_out(None, "", {name: "hush", "deep": {"list": [{name: b"hush"}]}}) == {
        name: BLACK,
        "deep": {"list": [{name: BLACK}]},
    }


@pytest.mark.parametrize(
    "name", ["server_seed_hash", "keyword", "event", "has_password_changed_at", "pinned"]
)
def test_what_only_resembles_one_is_kept(name: str) -> None:
    kept = {"server_seed_hash", "keyword", "event", "pinned"}

    assert (black_out(None, "", {name: "said"})[name] == "said") is (name in kept)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("sent Bearer abcdefgh12345678 on", f"sent Bearer {BLACK} on"),
        ("eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln is it", f"{BLACK} is it"),
        ("postgresql://app:hush@db:5432/x", f"postgresql://{BLACK}@db:5432/x"),
        (f"paid with {CARD}.", "paid with [card]."),
        ("paid with 4111 1111-1111 1111", "paid with [card]"),
        ("round 4111111111111112", "round 4111111111111112"),
        ("0197a000-0000-7000-8000-000000000001", "0197a000-0000-7000-8000-000000000001"),
        ("2026-11-20T19:07:00.123456Z", "2026-11-20T19:07:00.123456Z"),
    ],
)
def test_secrets_inside_texts_are_blacked_out(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_the_check_of_card_numbers_is_the_published_one() -> None:
    assert is_card_number("79927398713")
    assert not any(is_card_number(f"7992739871{digit}") for digit in "012456789")


PROGRAM = """
import logging, structlog
from stakehouse.infra.logs import configure
configure("info", as_json={as_json})
structlog.contextvars.bind_contextvars(request_id="r-1")
log = structlog.get_logger("test")
log.debug("never.shown")
log.info("deposit.settled", units=5, password="hush")
logging.getLogger("library").warning("spoke of Bearer hushhushhush")
def fall():
    secret_in_a_local = "hush-in-a-local"
    raise ValueError("card 4111111111111111")
try:
    fall()
except ValueError:
    log.exception("it.fell")
"""


def _said(*, as_json: bool) -> str:
    program = PROGRAM.format(as_json=as_json)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


@pytest.mark.requirement("2")
def test_lines_for_machines_carry_request_time_and_level() -> None:
    lines = [json.loads(line) for line in _said(as_json=True).splitlines()]

    assert [line["event"] for line in lines] == [
        "deposit.settled",
        f"spoke of Bearer {BLACK}",
        "it.fell",
    ]
    assert all(line["request_id"] == "r-1" and line["timestamp"].endswith("Z") for line in lines)
    assert (lines[0]["level"], lines[0]["units"], lines[0]["password"]) == ("info", 5, BLACK)
    assert lines[2]["exception"][0]["exc_value"] == "card [card]"


@pytest.mark.parametrize("as_json", [True, False])
def test_no_secret_is_in_any_form_of_the_log(as_json: bool) -> None:  # noqa: FBT001 - both forms
    said = _said(as_json=as_json)

    assert "hush" not in said.replace('hush-in-a-local"\n', "")
    assert CARD not in said
    assert "never.shown" not in said


@pytest.mark.parametrize("as_json", [True, False])
def test_a_full_disk_takes_the_line_and_not_its_teller(as_json: bool) -> None:  # noqa: FBT001 - both forms
    program = PROGRAM.format(as_json=as_json) + "import os; os._exit(7)"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=full, stderr=subprocess.DEVNULL, check=False
        )

    assert done.returncode == 7


def test_nothing_is_configured_by_importing() -> None:
    program = "import logging, stakehouse.apps.settings; print(logging.getLogger().handlers)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
