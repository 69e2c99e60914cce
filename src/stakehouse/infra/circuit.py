"""A circuit breaker: who does not answer is left alone for a while, then tried with one request."""

import time
from collections.abc import Callable
from dataclasses import dataclass

FAILURES_MAX = 5
OPEN_FOR_S = 10.0
HOSTS_MAX = 1_000


@dataclass(slots=True)
class _Circuit:
    failures: int = 0
    opened_at: float | None = None
    is_probing: bool = False


class Circuits:
    """One circuit a host: closed, open after failures in a row, half-open for one probe."""

    def __init__(
        self,
        *,
        failures_max: int = FAILURES_MAX,
        open_for_s: float = OPEN_FOR_S,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Starts with all circuits closed.

        Args:
            failures_max: failures in a row that open a circuit.
            open_for_s: how long an open one refuses; a failed probe opens it for as long again.
            seconds: a clock that only goes forward.
        """
        self._failures_max = failures_max
        self._open_for_s = open_for_s
        self._seconds = seconds
        self._circuits: dict[str, _Circuit] = {}

    def admit(self, host: str) -> bool:
        """Whether a request may go out; whoever is admitted reports how it ended."""
        circuit = self._circuits.get(host)
        if circuit is None or circuit.opened_at is None:
            return True
        if circuit.is_probing or self._seconds() - circuit.opened_at < self._open_for_s:
            return False
        circuit.is_probing = True
        return True

    def succeeded(self, host: str) -> None:
        """The host answered: its circuit is closed."""
        self._circuits.pop(host, None)

    def failed(self, host: str) -> None:
        """The host did not answer, or only that it cannot."""
        if host not in self._circuits and len(self._circuits) >= HOSTS_MAX:
            del self._circuits[next(iter(self._circuits))]
        circuit = self._circuits.setdefault(host, _Circuit())
        circuit.failures += 1
        if circuit.is_probing or circuit.failures >= self._failures_max:
            circuit.opened_at = self._seconds()
            circuit.is_probing = False

    def abandoned(self, host: str) -> None:
        """The request was given up on our side: a probe of it tells nothing."""
        circuit = self._circuits.get(host)
        if circuit is not None:
            circuit.is_probing = False
