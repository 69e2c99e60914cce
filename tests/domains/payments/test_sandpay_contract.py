"""Sandpay sits the gateways' exam."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime

import pytest

from stakehouse.apps.simulators.sandpay import merchant_keys
from stakehouse.domains.payments.adapters.sandpay import ADAPTER, Config
from stakehouse.infra.circuit import Circuits
from stakehouse.infra.http_client import HttpClient
from tests.contracts.gateway import Bench, GatewayContract
from tests.domains.payments.bed import SECRET, Simulator, credentials
from tests.processes import plain_client

FAULTS = {"deposit": "payment", "payout": "payout", "look_up": "look_up"}


class SandpaySide:
    """The hand on Sandpay's desk."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    async def pay(self, reference: str) -> None:
        await self._simulator.operate(reference, "capture")

    async def refuse(self, reference: str) -> None:
        await self._simulator.operate(reference, "decline")

    async def confirm(self, reference: str) -> None:
        await self._simulator.operate(reference, "confirm")

    async def fail(self, reference: str) -> None:
        await self._simulator.operate(reference, "fail")

    async def close_for_one(self, call: str) -> None:
        await self._simulator.fault(f"{FAULTS[call]}.refuse")

    async def lose_answer(self, call: str) -> None:
        await self._simulator.fault(f"{FAULTS[call]}.hang")

    async def effects(self, reference: str) -> int:
        return await self._simulator.effects("payment", reference) + await self._simulator.effects(
            "payout", reference
        )

    async def notice(self, reference: str) -> tuple[bytes, Mapping[str, str], datetime]:
        """What Sandpay would send now, from its own records."""
        found = await self._simulator.sent_notice(reference)
        return found[0], {"sandpay-signature": found[1]}, datetime.now(UTC)  # noqa: TID251 - just signed


class TestSandpay(GatewayContract):
    @pytest.fixture
    async def bench(self, simulator: Simulator) -> AsyncIterator[Bench]:
        await simulator.switch(payout_mode="manual")
        # The exam makes it fail on purpose; the circuit is not what is examined.
        http = HttpClient(
            inside=[simulator.address], total_limit_s=1.0, circuits=Circuits(failures_max=1_000)
        )
        strange = Config.model_validate(
            {"base_url": simulator.url, "api_key": "sk_lucky_0000", "signing_secrets": ["ws_0000"]}
        ).sealed_form()
        yield Bench(
            gateway=ADAPTER.connect(credentials(simulator), http),
            side=SandpaySide(simulator),
            account="DE89 3704 0044",
            closed_account="DECLINE 1234",
            stranger=ADAPTER.connect(strange, http),
        )
        await http.close()

    async def test_keys_of_one_merchant_show_nothing_of_another(self, simulator: Simulator) -> None:
        mine, theirs = merchant_keys(SECRET, "lucky"), merchant_keys(SECRET, "resort")
        assert mine.api_key != theirs.api_key
        assert mine.signing_secret != theirs.signing_secret
        async with plain_client(simulator.url) as client:
            answers = await asyncio.gather(
                *(
                    client.get("/v1/settlements", headers={"authorization": header})
                    for header in ("", "Bearer", "Bearer sk_lucky_", f"Basic {mine.api_key}", "Bearer sk__x")
                )
            )
        assert {answer.status_code for answer in answers} == {401}
