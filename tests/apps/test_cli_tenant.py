"""`stakehouse tenant`: a house opened, switched, suspended and asked to close; wrong words change nothing."""

from collections.abc import AsyncIterator

import pytest

from stakehouse.kernel.ids import new_id
from tests.apps.conftest import CommandLine, Done, in_production
from tests.databases import TestDatabase
from tests.houses import House, standing_house

SOUND = {
    "name": "Nova Ltd",
    "jurisdiction": "MT",
    "currencies": "EUR:2,USDT:6",
    "owner": "nora@nova.test",
    "languages": "en, de",
    "runs": "both",
    "time-zone": "Europe/Malta",
}


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
def tenant(house: House, command_line: CommandLine) -> CommandLine:
    """Runs a command about tenants."""

    async def call(command: str, *arguments: str, **options: str) -> Done:
        given = [part for name, value in options.items() for part in (f"--{name}", value)]
        settings = in_production(house.test_database)
        return await command_line("tenant", command, *arguments, *given, **settings, COLUMNS="200")

    return call


async def test_a_house_from_its_opening_to_the_request_to_close_it(tenant: CommandLine) -> None:
    slug = f"n{new_id().hex[-12:]}"

    code, printed, said = await tenant("open", slug, **SOUND)
    assert (code, "nora@nova.test is invited" in printed) == (0, True), said
    row = next(line for line in (await tenant("list"))[1].splitlines() if line.startswith(slug))
    assert "EUR, USDT" in row
    assert "gaming, loyalty" in row

    early = await tenant("close", slug, reason="The licence has ended")
    assert (early[0], "needs a house that is suspended" in early[2]) == (1, True)

    assert (await tenant("features", slug, "--no-gaming", "--loyalty", reason="winding down"))[0] == 0
    assert (await tenant("suspend", slug, reason="The licence has ended"))[0] == 0
    code, printed, said = await tenant("close", slug, reason="The licence has ended")
    assert (code, "a person of the platform's staff decides" in printed) == (0, True), said
    again = await tenant("close", slug, reason="Once more")
    assert (again[0], "asked for this already" in again[2]) == (1, True)

    shown = (await tenant("show", slug))[1].splitlines()
    assert shown[0] == f"Nova Ltd ({slug}), suspended, law MT"
    assert "closing asked for by" in "\n".join(shown)
    assert [line.split("  ")[1] for line in shown[-4:]] == [
        "closing asked",
        "suspended",
        "switched",
        "opened",
    ]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": "  "}, "no name"),
        ({"owner": "nora"}, "no mail address"),
        ({"currencies": "EUR"}, "no currency"),
        ({"currencies": "EUR:12"}, "8 decimals"),
        ({"currencies": "euro:2"}, "no currency"),
        ({"languages": "english"}, "no language"),
        ({"runs": "nothing"}, "cannot run"),
        ({"time-zone": "Europe/Nowhere"}, "no time zone"),
    ],
)
async def test_wrong_words_open_nothing(
    house: House, tenant: CommandLine, changed: dict[str, str], words: str
) -> None:
    slug = f"n{new_id().hex[-12:]}"
    before = await house.rows("SELECT count(*) FROM tenants")

    code, _, said = await tenant("open", slug, **SOUND | changed)

    assert (code, words in said) == (1, True), said
    assert "Traceback" not in said
    assert await house.rows("SELECT count(*) FROM tenants") == before


async def test_a_name_of_the_platform_opens_nothing(tenant: CommandLine) -> None:
    code, _, said = await tenant("open", "platform", **SOUND)

    assert (code, "belongs to the platform" in said) == (1, True), said


async def test_a_house_that_is_not_there_is_said_so_and_a_reason_is_needed(
    house: House, tenant: CommandLine
) -> None:
    known = await house.open_tenant()

    missing = await tenant("suspend", "nobody", reason="The licence has ended")
    blank = await tenant("suspend", known.slug, reason="  ")

    assert (missing[0], "There is no tenant nobody" in missing[2]) == (1, True)
    assert (blank[0], "3 to 500 letters" in blank[2]) == (2, True)
    assert f"{known.slug}" in (await tenant("list"))[1]
    assert "suspended" not in (await tenant("show", known.slug))[1]
