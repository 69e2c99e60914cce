"""Draws that give what a test dictates, to walk every outcome of a game."""

from typing_extensions import override

from stakehouse.domains.games import Draws, Scheme


class Scripted(Draws):
    """Gives the numbers in order, whatever they are asked below."""

    def __init__(self, scheme: Scheme, *numbers: int) -> None:
        super().__init__("", "")
        self.scheme = scheme  # type: ignore[misc]  # one class plays either scheme here
        self._numbers = list(numbers)

    @override
    def below(self, bound: int) -> int:
        number = self._numbers.pop(0)
        assert 0 <= number < bound
        return number

    @override
    def bits(self, count: int) -> int:
        return self.below(2**count)
