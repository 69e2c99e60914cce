"""Sandstop sits the exam of national registers."""

from collections.abc import AsyncIterator, Iterator

import pytest

from stakehouse.apps.simulators.sandstop import key_of
from stakehouse.domains.compliance.adapters.sandstop import Config, connect
from stakehouse.infra.circuit import Circuits
from stakehouse.infra.embedded.home import free_port
from stakehouse.infra.http_client import HttpClient
from tests.contracts.exclusion_register import Bench, ExclusionRegisterContract, somebody
from tests.domains.compliance.registers.side import SECRET, SERVE, SandstopSide
from tests.processes import Listener, plain_client


@pytest.fixture(scope="module")
def simulator() -> Iterator[Listener]:
    """Sandstop, one process for the exam."""
    made = Listener(SERVE, free_port(), (SECRET.hex(),))
    made.start()
    yield made
    made.stop()


class TestSandstop(ExclusionRegisterContract):
    @pytest.fixture
    async def bench(self, simulator: Listener) -> AsyncIterator[Bench]:
        # The exam makes it fail on purpose; the circuit is not what is examined.
        http = HttpClient(
            inside=[simulator.address], total_limit_s=0.5, circuits=Circuits(failures_max=1_000)
        )

        def access(key: str) -> bytes:
            return Config.model_validate({"base_url": simulator.url, "api_key": key}).sealed_form()

        yield Bench(
            register=connect(access(key_of(SECRET, "lucky")), http),
            side=SandstopSide(simulator.url),
            stranger=connect(access("lucky.0000"), http),
        )
        await http.close()

    async def test_its_page_lists_people_and_gives_keys(self, simulator: Listener) -> None:
        side, person = SandstopSide(simulator.url), somebody()
        await side.list_person(person)

        async with plain_client(simulator.url) as client:
            page = (await client.get("/operator")).text
            given = await client.post(
                "/operator/keys", data={"house": "lucky"}, headers={"accept": "text/html"}
            )

        assert person.email in page
        assert key_of(SECRET, "lucky") in given.text
        assert key_of(SECRET, "lucky") not in page

    async def test_a_circuit_leaves_a_closed_register_alone(self, simulator: Listener) -> None:
        side, house = SandstopSide(simulator.url), f"h{id(self)}"
        http = HttpClient(inside=[simulator.address], circuits=Circuits(failures_max=2, open_for_s=600))
        access = Config.model_validate({"base_url": simulator.url, "api_key": key_of(SECRET, house)})
        register = connect(access.sealed_form(), http)
        await side.behave("closed")
        try:
            for _ in range(5):
                with pytest.raises(Exception, match="register"):
                    await register.ask(somebody())
        finally:
            await side.behave("well")
            await http.close()

        assert await side.asked(house) == 2
