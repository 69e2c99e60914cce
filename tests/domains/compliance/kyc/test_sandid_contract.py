"""Sandid sits the exam of vendors of identity checks."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from stakehouse.apps.simulators.sandid import account_keys
from stakehouse.domains.compliance.adapters.sandid import Config, connect
from stakehouse.domains.compliance.types.kyc import VendorVerdict
from stakehouse.infra.circuit import Circuits
from stakehouse.infra.embedded.home import free_port
from stakehouse.infra.http_client import HttpClient
from stakehouse.kernel.clock import system_clock
from tests.contracts.kyc_vendor import Bench, KycVendorContract
from tests.processes import Listener, plain_client

SECRET = b"of a vendor in its own process"
SERVE = """
import sys
from stakehouse.apps.simulators.sandid import serve
serve(port=int(sys.argv[1]), secret=bytes.fromhex(sys.argv[2]), pace=0.01)
"""
NAMES = {
    VendorVerdict.VERIFIED: "Anna Eriksson",
    VendorVerdict.REJECTED: "Anna Reject",
    VendorVerdict.UNDECIDED: "Anna Hold",
    VendorVerdict.UNKNOWN: "Anna Odd",
}


class SandidSide:
    """The hand on Sandid's desk."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def _ask(self, method: str, path: str, data: Mapping[str, str] | None = None) -> Any:
        async with plain_client(self._url) as client:
            answer = await client.request(method, path, data=data)
            assert answer.is_success, answer.text
            return answer.json()

    async def _known(self, case_id: UUID) -> list[dict[str, Any]]:
        state = await self._ask("GET", "/operator/state.json")
        return [each for each in state["applicants"] if each["external_id"] == str(case_id)]

    def named(self, verdict: VendorVerdict) -> str:
        return NAMES[verdict]

    async def close(self, call: str) -> None:
        await self._ask("POST", "/operator/faults", {"fault": f"{call}.refuse", "times": "1000"})

    async def open(self, call: str) -> None:
        await self._ask("POST", "/operator/faults", {"fault": f"{call}.refuse", "times": "0"})

    async def lose_answer(self, call: str) -> None:
        await self._ask("POST", "/operator/faults", {"fault": f"{call}.hang"})

    async def applicants(self, case_id: UUID) -> int:
        return len(await self._known(case_id))

    async def documents(self, case_id: UUID) -> int:
        return sum([len(each["documents"]) for each in await self._known(case_id)])

    async def decided(self, case_id: UUID) -> None:
        for _ in range(1_000):
            if all(each["status"] != "pending" for each in await self._known(case_id)):
                return
            await asyncio.sleep(0.02)
        raise AssertionError(case_id)

    async def notice(self, case_id: UUID) -> tuple[bytes, Mapping[str, str], datetime]:
        signed = await self._ask("POST", f"/operator/notices/{case_id}")
        headers = {"sandid-signature": signed["signature"]}
        return signed["body"].encode(), headers, datetime.now(UTC)  # noqa: TID251 - just signed


@pytest.fixture(scope="module")
def simulator() -> Iterator[Listener]:
    """Sandid, one process for the exam."""
    made = Listener(SERVE, free_port(), (SECRET.hex(),))
    made.start()
    yield made
    made.stop()


class TestSandid(KycVendorContract):
    @pytest.fixture
    async def bench(self, simulator: Listener) -> AsyncIterator[Bench]:
        # The exam makes it fail on purpose; the circuit is not what is examined.
        http = HttpClient(
            inside=[simulator.address], total_limit_s=1.0, circuits=Circuits(failures_max=1_000)
        )

        def credentials(token: str, key: str, signing: str) -> bytes:
            config = {
                "base_url": simulator.url,
                "app_token": token,
                "secret_key": key,
                "signing_secrets": [signing],
            }
            return Config.model_validate(config).sealed_form()

        keys = account_keys(SECRET, "lucky")
        known = credentials(keys.app_token, keys.secret_key, keys.signing_secret)
        strange = credentials(keys.app_token, "0" * 64, "0" * 64)
        yield Bench(
            vendor=connect(known, http, system_clock),
            side=SandidSide(simulator.url),
            stranger=connect(strange, http, system_clock),
        )
        await http.close()

    async def test_one_account_sees_nothing_of_another(self, simulator: Listener) -> None:
        mine, theirs = account_keys(SECRET, "lucky"), account_keys(SECRET, "resort")
        assert mine.secret_key != theirs.secret_key
        assert mine.signing_secret != theirs.signing_secret
        async with plain_client(simulator.url) as client:
            answers = [
                await client.post("/v1/applicants", json={}, headers=headers)
                for headers in ({}, {"x-sandid-token": mine.app_token}, {"x-sandid-token": "sid-"})
            ]
        assert [answer.status_code for answer in answers] == [401, 401, 401]
