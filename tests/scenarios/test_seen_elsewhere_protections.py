"""Defects of limits that were seen elsewhere (docs/guides/seen-elsewhere.md): ours must not have them."""

from typing import Any

import httpx
import pytest

from stakehouse.domains import compliance
from stakehouse.domains.compliance import LimitReached
from tests.halls import PLAYER, Hall, lay, seat

PERIODS = ("day", "week", "month")


async def set_limit(client: httpx.AsyncClient, kind: str, period: str, amount: str) -> dict[str, Any]:
    answer = await client.put(f"{PLAYER}/limits/{kind}/{period}", json={"amount": amount, "currency": "EUR"})
    assert answer.status_code == 200, answer.text
    limit: dict[str, Any] = answer.json()
    return limit


@pytest.mark.requirement("R1")
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("kind", ["wager", "loss"])
async def test_every_limit_on_play_is_enforced(hall: Hall, kind: str, period: str) -> None:
    client, member = await seat(hall)
    await set_limit(client, kind, period, "4.00")

    refused = await lay(client, stake="5.00")

    assert (refused.status_code, refused.json()["code"]) == (403, "limit_reached")
    assert await hall.holds(member) == 10_000
    assert (await lay(client, stake="4.00")).status_code == 201


@pytest.mark.requirement("R1")
@pytest.mark.parametrize("period", PERIODS)
async def test_every_limit_on_deposits_is_enforced(hall: Hall, period: str) -> None:
    client, member = await seat(hall)
    await set_limit(client, "deposit", period, "50.00")

    async with hall.begin() as tx:
        with pytest.raises(LimitReached):
            await compliance.check_deposit(tx, member, "EUR", 500_00)
        await compliance.check_deposit(tx, member, "EUR", 50_00)


@pytest.mark.requirement("R2")
@pytest.mark.parametrize("period", PERIODS)
async def test_lowering_a_limit_forgets_nothing_that_was_used(hall: Hall, period: str) -> None:
    client, _ = await seat(hall)
    await set_limit(client, "wager", period, "10.00")
    assert (await lay(client, stake="6.00")).status_code == 201

    lowered = await set_limit(client, "wager", period, "7.00")
    refused = await lay(client, stake="2.00")

    assert (lowered["value"], lowered["used"]) == ("7.00", "6.00")
    assert refused.json()["code"] == "limit_reached"
    assert (await lay(client, stake="1.00")).status_code == 201
