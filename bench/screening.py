"""What a screening costs: a list of invented people, one member after the other, in a house of its own."""

import argparse
import asyncio
import io
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from datetime import date

from bench.house import BenchHouse, running_house
from stakehouse.domains.compliance import AmlSettings, Format, load_watchlist, register_watchlist
from stakehouse.domains.compliance.rules.screening import Subject
from stakehouse.domains.compliance.service import screening
from stakehouse.domains.compliance.service.watchlists import activate
from stakehouse.infra.database import open_database
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import PLATFORM, MemberId, new_id

GIVEN = [
    "Ivan",
    "Aleksandr",
    "Sergey",
    "Dmitry",
    "Mikhail",
    "Yusuf",
    "Muhammad",
    "Ahmad",
    "Omar",
    "Karim",
    "Wei",
    "Ming",
    "Jun",
    "Anna",
    "Elena",
    "Olga",
]
HEADS = [
    "Sk",
    "Br",
    "Tr",
    "Gor",
    "Vol",
    "Kuz",
    "Pet",
    "Sid",
    "Bel",
    "Zar",
    "Mor",
    "Nov",
    "Kar",
    "Ler",
    "Dan",
    "Fed",
    "Gus",
    "Hab",
    "Lat",
    "Mas",
    "Nar",
    "Or",
    "Pol",
    "Raz",
    "Sam",
]
MIDDLES = ["a", "o", "i", "u", "e", "ar", "or", "in", "an", "el", "ov", "ush", "ak", "il", "en"]
TAILS = [
    "enko",
    "ov",
    "sky",
    "ich",
    "yan",
    "adze",
    "ani",
    "uddin",
    "oglu",
    "son",
    "berg",
    "mann",
    "ez",
    "ova",
    "skaya",
]


def people(count: int, chance: random.Random) -> Iterator[str]:
    """Lines of a list; common given names, surnames by the hundred thousand."""
    for number in range(count):
        name = invented(chance)
        alias = invented(chance) if number % 3 == 0 else ""
        year = chance.randrange(1935, 2005)
        yield f"b{number},Person,{name},{alias},{year}-0{chance.randrange(1, 10)}-11,ru\n"


def invented(chance: random.Random) -> str:
    """A name that nobody need bear."""
    surname = (
        chance.choice(HEADS) + chance.choice(MIDDLES) + chance.choice(HEADS).lower() + chance.choice(TAILS)
    )
    return f"{chance.choice(GIVEN)} {surname}"


async def measure(house: BenchHouse, count: int, screened: int) -> None:
    """Loads a list, screens people who are and are not on it, and prints what it took."""
    database = await open_database(house.database_url(), name="bench-screening")
    chance = random.Random(7)

    def opened() -> AbstractAsyncContextManager[Tx]:
        return begin(database, tenant_id=PLATFORM, actor=system("bench"), now=system_clock())

    content = ("id,schema,name,aliases,birth_date,countries\n" + "".join(people(count, chance))).encode()
    started = time.perf_counter()
    async with opened() as tx:
        version_id = await register_watchlist(
            tx,
            None,
            code="bench",
            title="Bench",
            form=Format.OPENSANCTIONS_CSV,
            file_name="bench.csv",
            sha256="0" * 64,
            size_bytes=len(content),
        )
    loaded = await load_watchlist(opened, version_id, io.BytesIO(content))
    print(f"loaded     {loaded.entries} entries in {time.perf_counter() - started:.1f} s")
    async with opened() as tx:
        await activate(tx, version_id)
        lists, settings = await screening.active_lists(tx), AmlSettings()
        taken, hits = [], 0
        for number in range(screened):
            subject = Subject(MemberId(new_id()), invented(chance), date(1970, 1, number % 28 + 1), "DE")
            before = time.perf_counter()
            hits += len((await screening.search(tx, subject, lists, settings)).hits)
            taken.append((time.perf_counter() - before) * 1000)
    taken.sort()
    print(f"screened   {screened} people, {hits} hits")
    print(f"median     {statistics.median(taken):.1f} ms, 95 % within {taken[int(screened * 0.95)]:.1f} ms")
    await database.close()


def main() -> None:
    """Parses the arguments and measures."""
    parser = argparse.ArgumentParser(prog="python -m bench.screening", description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000, help="entries of the list (default 100000)")
    parser.add_argument("--people", type=int, default=500, help="people screened (default 500)")
    options = parser.parse_args()
    with running_house() as house:
        asyncio.run(measure(house, options.entries, options.people))


if __name__ == "__main__":
    main()
