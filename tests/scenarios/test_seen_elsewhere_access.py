"""Defects of access that were seen elsewhere (docs/guides/seen-elsewhere.md): ours must not have them."""

import re
from pathlib import Path

import pytest

from stakehouse.infra.embedded import open_home
from stakehouse.kernel.ids import new_id
from tests.halls import PLAYER, STAFF, Hall
from tests.houses import PASSWORD

WEB = Path(__file__).parents[2] / "web"

ABSOLUTE = re.compile(r"\b(?:https?|wss?)://(?!www\.w3\.org/)")
PAGE = re.compile(r"createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*(?:path|id): \"([^\"]+)\"")

OPEN_PAGES = {
    "player": {
        "/",
        "/register",
        "/confirm",
        "/sign-in",
        "/sign-in/telegram",
        "/forgot",
        "/enter",
        "/visit",
        "/keep-out",
        "/games/$slug",
        "/fairness/verify",
        "/fairness",
    },
    "backoffice": {"/sign-in", "/join", "/invitation", "/forgotten-password", "/enter"},
}
GATES = {"player": "member", "backoffice": "desk"}


@pytest.mark.parametrize(
    "path", [f"{PLAYER}/wallet", f"{PLAYER}/bets", f"{PLAYER}/auth/refresh", f"{STAFF}/members", "/webhooks"]
)
@pytest.mark.parametrize("method", ["OPTIONS", "GET", "POST"])
async def test_no_other_site_reads_answers(hall: Hall, path: str, method: str) -> None:
    client = hall.house.client(hall.tenant)

    answer = await client.request(
        method,
        path,
        headers={
            "origin": "https://evil.example",
            "access-control-request-method": "POST",
            "access-control-request-headers": "authorization",
        },
    )

    assert [name for name in answer.headers if name.startswith("access-control-")] == []


def test_the_pages_ask_the_house_they_came_from() -> None:
    texts = [
        path
        for folder in ("apps/*/src", "packages/*/src")
        for suffix in ("ts", "tsx")
        for path in WEB.glob(f"{folder}/**/*.{suffix}")
    ]

    assert len(texts) > 50
    assert [str(path) for path in texts if ABSOLUTE.search(path.read_text())] == []


@pytest.mark.parametrize("app", ["player", "backoffice"])
def test_every_page_that_shows_something_of_a_person_lies_behind_the_sign_in(app: str) -> None:
    routes = [*(WEB / "apps" / app / "src").glob("*route*.ts*")]
    router = "".join(path.read_text() for path in routes)
    pages = PAGE.findall(router)

    assert len(pages) == router.count("= createRoute(")
    assert {path for parent, path in pages if parent == "root"} == OPEN_PAGES[app] | {GATES[app]}


def test_no_two_houses_share_a_secret(tmp_path: Path) -> None:
    ours, theirs = (open_home(tmp_path / name).memory.secrets for name in ("ours", "theirs"))

    assert ours.master_key != theirs.master_key
    assert {ours.app, ours.owner, ours.superuser, ours.nats, ours.sandpay, ours.demo_password}.isdisjoint(
        {theirs.app, theirs.owner, theirs.superuser, theirs.nats, theirs.sandpay, theirs.demo_password}
    )


@pytest.mark.parametrize(
    "at", ["posteo.de", "mail.ru", "yandex.ru", "a.very.small.example.co.id", "museum.museum"]
)
async def test_an_address_of_any_mail_house_registers(hall: Hall, at: str) -> None:
    number = new_id().hex[-10:]

    answer = await hall.house.client(hall.tenant).post(
        f"{PLAYER}/auth/register",
        json={
            "email": f"ann.{number}@{at}",
            "password": PASSWORD,
            "username": f"ann_{number}",
            "birth_date": "1990-05-01",
            "country": "DE",
            "accept_terms": True,
        },
    )

    assert answer.status_code == 202, answer.text
