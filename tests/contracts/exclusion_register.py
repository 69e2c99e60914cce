"""The registers' exam: what every adapter of a national register does against its simulator, over real HTTP.

An adapter's test subclasses :class:`ExclusionRegisterContract` and supplies ``bench``: a house's access
and a hand on the other side.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

import pytest

from stakehouse.domains.compliance.errors import RegisterKeyRefused, RegisterUnavailable
from stakehouse.domains.compliance.ports import ExclusionRegister
from stakehouse.domains.compliance.types.registers import Listing, Sought
from stakehouse.kernel.ids import new_id


class OtherSide(Protocol):
    """The hand on the simulator."""

    async def list_person(self, person: Sought) -> None:
        """Puts somebody on the register."""

    async def let_go(self, person: Sought) -> None:
        """Ends their term, by their own wish."""

    async def behave(self, mode: str) -> None:
        """``well``, ``slow``, ``closed`` or ``nonsense`` from now on."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is examined.

    Attributes:
        register: the adapter with a key.
        side: the hand on its simulator.
        stranger: the same adapter with a key that nobody gave.
    """

    register: ExclusionRegister
    side: OtherSide
    stranger: ExclusionRegister


def somebody() -> Sought:
    number = new_id().hex[-10:]
    return Sought(
        "Zoë", "O'Hara-Lindqvist", date(1985, 3, 14), f"zoe.{number}@example.com", f"Z{number[-6:]}", ""
    )


class ExclusionRegisterContract:
    """The exam; ``bench`` comes from the subclass."""

    @pytest.mark.requirement("R13")
    async def test_who_is_not_listed_is_off_it(self, bench: Bench) -> None:
        told = await bench.register.ask(somebody())

        assert told.listing is Listing.OFF
        assert told.reference

    @pytest.mark.requirement("R13")
    async def test_who_is_listed_is_on_it_until_they_are_let_go(self, bench: Bench) -> None:
        person = somebody()
        await bench.side.list_person(person)

        on_it = await bench.register.ask(person)
        again = await bench.register.ask(person)
        await bench.side.let_go(person)
        let_go = await bench.register.ask(person)

        assert (on_it.listing, again.listing, let_go.listing) == (Listing.ON, Listing.ON, Listing.FORMER)
        assert on_it.reference != again.reference

    async def test_case_and_spaces_hide_nobody(self, bench: Bench) -> None:
        person = somebody()
        await bench.side.list_person(person)
        shouted = replace(
            person,
            email=f"other.{person.email}",
            last_name=person.last_name.upper(),
            postcode=f" {person.postcode} ",
        )

        assert (await bench.register.ask(shouted)).listing is Listing.ON

    @pytest.mark.requirement("R13")
    @pytest.mark.parametrize("mode", ["slow", "closed", "nonsense"])
    async def test_what_is_no_answer_is_silence(self, bench: Bench, mode: str) -> None:
        await bench.side.behave(mode)
        try:
            with pytest.raises(RegisterUnavailable):
                await bench.register.ask(somebody())
        finally:
            await bench.side.behave("well")

        assert (await bench.register.ask(somebody())).listing is Listing.OFF

    async def test_a_key_that_nobody_gave_is_refused(self, bench: Bench) -> None:
        with pytest.raises(RegisterKeyRefused):
            await bench.stranger.ask(somebody())

    async def test_a_question_without_what_the_register_needs_is_silence(self, bench: Bench) -> None:
        with pytest.raises(RegisterUnavailable):
            await bench.register.ask(replace(somebody(), postcode=""))
