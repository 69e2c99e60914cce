"""Sandstop in a process of its own, and the hand on its desk."""

from typing import Any

from stakehouse.domains.compliance.types.registers import Sought
from tests.processes import plain_client

SECRET = b"of a register in its own process"
SERVE = """
import sys
from stakehouse.apps.simulators.sandstop import serve
serve(port=int(sys.argv[1]), secret=bytes.fromhex(sys.argv[2]))
"""


class SandstopSide:
    """The hand on Sandstop's desk."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._listed: dict[str, str] = {}

    async def ask(self, method: str, path: str, **data: str) -> Any:
        async with plain_client(self._url) as client:
            answer = await client.request(method, path, data=data or None)
            assert answer.is_success, answer.text
            return answer.json()

    async def list_person(self, person: Sought) -> None:
        added = await self.ask(
            "POST",
            "/operator/people",
            firstName=person.first_name,
            lastName=person.last_name,
            dateOfBirth=person.birth_date.isoformat(),
            email=person.email,
            postcode=person.postcode,
            mobile=person.phone,
        )
        self._listed[person.email] = added["id"]

    async def let_go(self, person: Sought) -> None:
        await self.ask("POST", f"/operator/people/{self._listed[person.email]}", act="over")

    async def behave(self, mode: str) -> None:
        await self.ask("POST", "/operator/mode", mode=mode)

    async def key(self, house: str) -> str:
        given: str = (await self.ask("POST", "/operator/keys", house=house))["key"]
        return given

    async def asked(self, house: str) -> int:
        """How often a house has asked."""
        state = await self.ask("GET", "/operator/state.json")
        return int(state["asked"].get(house, 0))
