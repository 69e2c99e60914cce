"""How alike two names are, from 0 to 1, and why.

Words meet the words they resemble most. What one name has and the other lacks costs little where
people leave it out (patronymics, particles, second names) and much where it contradicts. Date of
birth and country move the score; they never make it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import OSA

from stakehouse.domains.compliance.rules.names.spelling import Token, fold, rows_of, skeleton, tokens

THRESHOLD = 0.84
"""From here on two names are put before a person, unless the tenant set it elsewhere."""

MATCHED = 0.74
"""Two words that are less alike do not meet."""

SHORT, MIDDLE = 4, 8
ALONE_MAX = 0.80
"""A single word is not enough to know a person by, unless both are known by one."""

LEFT_OVER = {"name": 0.22, "patronymic": 0.05, "particle": 0.0, "initial": 0.08}
"""What a word costs that the longer name has beyond the shorter one."""

CONTRADICTED = 0.9


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two words that met, or one that met none.

    Attributes:
        left: word of the first name, empty if there was none.
        right: word of the second.
        how: ``same``, ``spelling``, ``variant``, ``sound``, ``close``, ``initial`` or
            ``left_over``.
        score: how alike they are.
    """

    left: str
    right: str
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Modifier:
    """What else moved the score: a date of birth or a country, and by how much."""

    name: str
    detail: str
    points: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two names compared.

    Attributes:
        score: from 0 to 1, with the modifiers.
        name_score: of the names alone.
        left: the first name as it was given.
        right: the second, the one among several that came closest.
        pairings: which word met which.
        modifiers: what else counted.
    """

    score: float
    name_score: float
    left: str
    right: str
    pairings: tuple[Pairing, ...]
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a list or a register describes them.

    Attributes:
        names: all names they are known by, the main one first.
        births: dates of birth as far as they are known: ``1970-05-17``, ``1970-05`` or ``1970``.
        countries: two-letter codes in capitals.
    """

    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()


def compare(left: Person, right: Person) -> Match:
    """Compares two people by the pair of their names that comes closest, then by what else is known."""
    best = max(
        (compare_names(one, other) for one in left.names for other in right.names),
        key=lambda match: match.name_score,
    )
    modifiers = tuple(_modifiers(left, right))
    # Below a half the names differ, and no date makes them one.
    points = sum(modifier.points for modifier in modifiers) if best.name_score > 0.5 else 0.0  # noqa: PLR2004
    score = min(max(best.name_score + points, 0.0), 1.0)
    return Match(round(score, 4), best.name_score, best.left, best.right, best.pairings, modifiers)


def at_best(left: Person, right: Person) -> float:
    """The score that two people would reach if their names were one; cheap, and never too low."""
    points = sum(modifier.points for modifier in _modifiers(left, right))
    # Names that differ make no more than a half, whatever else is known.
    return round(max(min(max(1.0 + points, 0.0), 1.0), 0.5), 4)


@lru_cache(maxsize=8192)
def compare_names(left: str, right: str) -> Match:
    """Compares two names, whatever their order and script."""
    first, second = tokens(left), tokens(right)
    if not first or not second:
        return Match(0.0, 0.0, left, right, ())
    pairings, score = _pair(first, second)
    return Match(score, score, left, right, tuple(pairings))


def _pair(first: Sequence[Token], second: Sequence[Token]) -> tuple[list[Pairing], float]:
    plain = _Assignment(first, second)
    best = plain
    for one, other in _joined(first, second):
        tried = _Assignment(one, other)
        if tried.score > best.score:
            best = tried
    return best.pairings, best.score


def _joined(
    first: Sequence[Token], second: Sequence[Token]
) -> Iterable[tuple[Sequence[Token], Sequence[Token]]]:
    """The same names with two neighbours written as one word, where the other name has such a word."""
    for side, (one, other) in enumerate(((first, second), (second, first))):
        wholes = {token.skeleton for token in other}
        known = frozenset[int]().union(*(rows_of(token.fold) for token in other))
        for at in range(len(one) - 1):
            text = one[at].text + one[at + 1].text
            folded = fold(text)
            if skeleton(folded) not in wholes and not rows_of(folded) & known:
                continue
            whole = Token(text, folded, skeleton(folded), is_abjad=one[at].is_abjad)
            merged = [*one[:at], whole, *one[at + 2 :]]
            yield (merged, second) if side == 0 else (first, merged)


class _Assignment:
    """Each word meets at most one of the other name; the best meetings come first."""

    def __init__(self, first: Sequence[Token], second: Sequence[Token]) -> None:
        meetings = sorted(
            ((*_alike(one, other), i, j) for i, one in enumerate(first) for j, other in enumerate(second)),
            key=lambda meeting: (-meeting[0], abs(meeting[2] - meeting[3]), meeting[2], meeting[3]),
        )
        left, right = dict(enumerate(first)), dict(enumerate(second))
        self.pairings: list[Pairing] = []
        gained = weighed = 0.0
        strong = 0.0
        for alike, how, i, j in meetings:
            if alike < MATCHED or i not in left or j not in right:
                continue
            one, other = left.pop(i), right.pop(j)
            weight = min(_weight(one), _weight(other))
            gained, weighed = gained + weight * alike, weighed + weight
            strong += 1 if weight >= 1 else 0.5 if how == "initial" else 0
            self.pairings.append(Pairing(one.text, other.text, how, round(alike, 3)))
        penalty = self._penalty(list(left.values()), list(right.values()))
        self.pairings += [Pairing(token.text, "", "left_over", 0.0) for token in left.values()]
        self.pairings += [Pairing("", token.text, "left_over", 0.0) for token in right.values()]
        score = 0.0 if weighed == 0 else gained / weighed - penalty
        if strong < 2 and not (_words(first) == _words(second) == 1):  # noqa: PLR2004 - a name and a surname
            score = min(score, ALONE_MAX if strong else 0.4)
        self.score = round(min(max(score, 0.0), 1.0), 4)

    @staticmethod
    def _penalty(left: list[Token], right: list[Token]) -> float:
        """Words of both sides that met none contradict each other; the rest of one side is left over."""
        penalty = 0.0
        ones, others = _by_weight(left), _by_weight(right)
        for one, other in zip(ones, others, strict=False):
            if "particle" in (kind_of(one), kind_of(other)):
                continue
            patronymics = one.is_patronymic or other.is_patronymic
            penalty += 0.2 if patronymics else CONTRADICTED * min(_weight(one), _weight(other)) / 2
        rest = ones[len(others) :] or others[len(ones) :]
        extra = sorted((LEFT_OVER[kind_of(token)] for token in rest), reverse=True)
        # The first name too many says most; a fourth or fifth says nothing new.
        return penalty + sum(cost / (1 + 2 * place) for place, cost in enumerate(extra)) * 0.5


def _by_weight(left: list[Token]) -> list[Token]:
    return sorted(left, key=lambda token: (token.is_particle, token.is_patronymic, -_weight(token)))


def kind_of(token: Token) -> str:
    """What a word is within its name."""
    if token.is_particle:
        return "particle"
    if token.is_patronymic:
        return "patronymic"
    return "initial" if token.is_initial else "name"


def _weight(token: Token) -> float:
    return {"particle": 0.1, "patronymic": 0.5, "initial": 0.4, "name": 1.0}[kind_of(token)]


def _words(name: Sequence[Token]) -> int:
    return sum(1 for token in name if kind_of(token) == "name")


@lru_cache(maxsize=65_536)
def _alike(one: Token, other: Token) -> tuple[float, str]:
    """How alike two words are, and how that was seen."""
    if one.text == other.text:
        return 1.0, "same"
    if one.is_particle != other.is_particle:
        return 0.0, ""
    if one.is_initial or other.is_initial:
        return (0.9, "initial") if _begin_alike(one.fold, other.fold) else (0.0, "")
    return _by_spelling(one, other)


def _by_spelling(one: Token, other: Token) -> tuple[float, str]:
    """Two whole words: one spelling, forms of one name, the same sound, or a slip apart."""
    if one.fold == other.fold:
        return 0.99, "spelling"
    if rows_of(one.fold) & rows_of(other.fold):
        return 0.95, "variant"
    if _differ_in_gender(one.fold, other.fold):
        return 0.55, "close"
    slips = OSA.distance(one.fold, other.fold)
    longest = max(len(one.fold), len(other.fold))
    if one.skeleton == other.skeleton and len(one.skeleton) > 1:
        if one.is_abjad or other.is_abjad:
            return 0.93, "sound"
        if slips <= longest // 3:
            return 0.97 - 0.04 * slips, "sound"
    return _close(one, other, slips, longest), "close"


def _begin_alike(one: str, other: str) -> bool:
    vowels = "eiy"
    return one[:1] == other[:1] or (one[:1] in vowels and other[:1] in vowels)


def _differ_in_gender(one: str, other: str) -> bool:
    """Whether two words are the man's and the woman's form of one name."""
    if one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}:
        return True
    short, long_ = sorted((one, other), key=len)
    if long_ == short + "a":
        return True
    return short.endswith("ski") and long_ == short[:-1] + "aya"


def _close(one: Token, other: Token, slips: int, longest: int) -> float:
    """By the slips between two spellings: none in short words, one in middling ones, two in long ones.

    A consonant that differs makes another name more often than a vowel does, and so does the first letter.
    """
    allowed = 0 if longest <= SHORT else 1 if longest <= MIDDLE else 2
    if slips > allowed:
        return min(1 - slips / longest, 0.6)
    alike = 1 - slips * (1 if one.skeleton == other.skeleton else 2) / longest
    return alike if one.fold[:1] == other.fold[:1] else min(alike, MATCHED)


def _modifiers(left: Person, right: Person) -> Iterable[Modifier]:
    if left.births and right.births:
        yield max(
            (_birth(one, other) for one in left.births for other in right.births),
            key=lambda modifier: modifier.points,
        )
    if left.countries and right.countries:
        common = sorted(left.countries & right.countries)
        if common:
            yield Modifier("country", f"{', '.join(common)} in both", 0.02)
        else:
            yield Modifier("country", f"{_listed(left.countries)} against {_listed(right.countries)}", -0.03)


def _listed(countries: Collection[str]) -> str:
    return ", ".join(sorted(countries))


def _birth(one: str, other: str) -> Modifier:
    shared = min(len(one), len(other))
    told = f"{one} against {other}"
    if one[:shared] == other[:shared]:
        whole = shared == len("1970-01-01")
        return Modifier("birth_date", f"{one[:shared]} in both", 0.06 if whole else 0.03)
    if whole_swap(one, other):
        return Modifier("birth_date", f"{told}: day and month change places", 0.03)
    years = abs(int(one[:4]) - int(other[:4]))
    if years == 0:
        return Modifier("birth_date", f"{told}: the same year", -0.02)
    if years == 1:
        return Modifier("birth_date", f"{told}: a year apart", -0.06)
    return Modifier("birth_date", f"{told}: {years} years apart", -0.25)


def whole_swap(one: str, other: str) -> bool:
    """Whether two whole dates differ only in that day and month change places."""
    if len(one) != len("1970-01-01") or len(other) != len(one):
        return False
    year, month, day = one.split("-")
    return other == f"{year}-{day}-{month}"


def birth_text(born: date | None) -> tuple[str, ...]:
    """A date of birth as :class:`Person` holds it."""
    return () if born is None else (born.isoformat(),)
