"""How well the comparison judges: precision, recall and mistakes over pairs that people labelled."""

from collections.abc import Iterable
from dataclasses import dataclass

from stakehouse.domains.compliance.rules.names.matching import THRESHOLD, Match, Person, compare


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two people, and whether they are one.

    Attributes:
        note: what the pair is about.
    """

    left: Person
    right: Person
    is_same: bool
    note: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A pair that was judged wrongly."""

    pair: LabelledPair
    match: Match


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The judgement over all pairs at one threshold.

    Attributes:
        hits: rightly found.
        false_alarms: wrongly found.
        misses: wrongly let pass.
        passes: rightly let pass.
        mistakes: the wrong ones, those farthest from the threshold first.
    """

    threshold: float
    hits: int
    false_alarms: int
    misses: int
    passes: int
    mistakes: tuple[Mistake, ...]

    @property
    def precision(self) -> float:
        """The share of right ones among those found."""
        return _share(self.hits, self.hits + self.false_alarms)

    @property
    def recall(self) -> float:
        """The share of those found among the right ones."""
        return _share(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 0.0 if total == 0 else 2 * self.precision * self.recall / total


def _share(part: int, whole: int) -> float:
    return 1.0 if whole == 0 else part / whole


def evaluate(pairs: Iterable[LabelledPair], threshold: float = THRESHOLD) -> Evaluation:
    """Judges pairs and counts."""
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    mistakes: list[Mistake] = []
    for pair in pairs:
        match = compare(pair.left, pair.right)
        found = match.score >= threshold
        counts[pair.is_same, found] += 1
        if found != pair.is_same:
            mistakes.append(Mistake(pair, match))
    mistakes.sort(key=lambda mistake: -abs(mistake.match.score - threshold))
    return Evaluation(
        threshold,
        hits=counts[True, True],
        false_alarms=counts[False, True],
        misses=counts[True, False],
        passes=counts[False, False],
        mistakes=tuple(mistakes),
    )
