"""One spelling for one sound: from a name in any script to tokens that can be compared.

A token is folded step by step: transliterated, freed of accents, and written with one letter where
languages write one sound in several ways (``kh``/``h``, ``-sky``/``-skiy``/``-ski``, ``shch``/``schtsch``,
``w``/``v``). The skeleton leaves the vowels out and serves to find, not to judge.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from stakehouse.domains.compliance.rules.names.variants import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    PARTICLES,
    PATRONYMIC_ENDINGS,
    SYLLABLES,
    TITLES,
)

LONGEST = 400
"""Characters of a name that are looked at; what is longer is no name."""

_CJK = re.compile("([\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])")
_ABJAD = re.compile("[\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[a-z]+")
_PIECE = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile("(?<!\\w)\u0627\u0644(?=\\w{3})")
_APOSTROPHES = re.compile("['’ʼʹ`´‘ʿʾ\"]")

# What anyascii writes differently from how papers of these countries do.
_BEFORE = {"ё": "е", "Ё": "Е", "ъ": "", "Ъ": "", "ь": "", "Ь": "", "đ": "dj", "Đ": "Dj"}

# In this order; each line is one sound in its several spellings.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"schtsch|shtsh|shch|sch|szcz|sc(?=h)|sz|sh", "1"),
        (r"tsch|tch|tsh|cz|ch", "2"),
        (r"^hs", "4"),
        (r"dzh|dsch|dj|dz", "j"),
        (r"zh", "3"),
        (r"kh|gh(?=[aeiou])", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"ck|q", "k"),
        (r"x|ks|cs", "4"),
        (r"ts|tz", "c"),
        (r"c(?=[aoulrtknm])", "k"),
        (r"w", "v"),
        (r"(?<=.)off$|(?<=.)of$", "ov"),
        (r"(?<=.)eff$|(?<=.)ef$", "ev"),
        (r"(?<=.)c$", "2"),
        (r"ou|oo", "u"),
        (r"ae", "a"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"j(?=[^aeiouy])|j$", "y"),
        (r"[yij]+[eo]", "e"),
        (r"[yij]+a", "ya"),
        (r"[yij]+u", "yu"),
        (r"(?<=[aeu])[yi]+(?=[aeu])", ""),
        (r"[yi]+", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_LETTERS = {"1": "sh", "2": "ch", "3": "zh", "4": "ks"}
_VOWELS = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.

    Attributes:
        text: as it stood there, in Latin letters.
        fold: the one spelling of it.
        skeleton: the fold without its vowels, with a mark where it begins with one.
        is_particle: whether it is a word between names (``al``, ``von``).
        is_patronymic: whether it names the father and may be left out.
        is_abjad: whether its script leaves the vowels out.
        is_initial: whether it was a single letter, whatever that becomes in Latin ones.
    """

    text: str
    fold: str
    skeleton: str
    is_particle: bool = False
    is_patronymic: bool = False
    is_abjad: bool = False
    is_initial: bool = False


@lru_cache(maxsize=65_536)
def tokens(name: str) -> tuple[Token, ...]:
    """The words of a name in their order; titles are left out."""
    text = unicodedata.normalize("NFKC", name)[:LONGEST]
    is_abjad = _ABJAD.search(text) is not None
    words = list(_words(text))
    kept = [(word, single) for word, single in words if word not in TITLES or single] or words
    plain = [word for word, single in kept if word not in PARTICLES and not single]
    return tuple(
        Token(
            word,
            folded := fold(word),
            skeleton(folded),
            is_particle=word in PARTICLES and not single and len(kept) > 1,
            is_patronymic=len(plain) > _NAME_AND_SURNAME and word.endswith(PATRONYMIC_ENDINGS),
            is_abjad=is_abjad,
            is_initial=single,
        )
        for word, single in kept
    )


_NAME_AND_SURNAME = 2


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The words in small Latin letters; each with whether it was a single letter as it stood there."""
    text = _ARTICLE.sub("al ", text)
    text = _CJK.sub(r" \1 ", "".join(_BEFORE.get(letter, letter) for letter in text))
    for piece in _PIECE.findall(_APOSTROPHES.sub("", text)):
        single = len(piece) == 1 and _CJK.match(piece) is None
        for word in _WORD.findall(_APOSTROPHES.sub("", anyascii(piece)).lower()):
            yield word, single


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The one spelling of a word in small Latin letters."""
    for sound, written in _SOUNDS:
        word = sound.sub(written, word)
    return "".join(_LETTERS.get(letter, letter) for letter in word)


@lru_cache(maxsize=65_536)
def skeleton(folded: str) -> str:
    """The consonants of a folded word; a vowel at its head stays as a mark."""
    head = "a" if _VOWELS.match(folded) else ""
    bare = _VOWELS.sub("", folded).replace("h", "") or folded[:1]
    return head + re.sub(r"(.)\1+", r"\1", bare)


def _same(rows: tuple[str, ...]) -> dict[str, frozenset[int]]:
    """By folded spelling, the rows it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for word in row.split():
            found.setdefault(fold(word.replace("'", "")), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_SAME = _same((*GIVEN_NAMES, *FAMILY_NAMES, *SYLLABLES))
_NONE: frozenset[int] = frozenset()


def rows_of(folded: str) -> frozenset[int]:
    """The names that a folded word is a form of, by number."""
    return _SAME.get(folded, _NONE)


PREFIX = 3
LONG = 4


def keys(name: str) -> frozenset[str]:
    """Under what a name is filed and looked for: names that could match share a key.

    Each word gives its skeleton, its first and last consonants (so that one slip leaves one of them),
    and the number of the name it is a form of.
    """
    found: set[str] = set()
    parts = [token for token in tokens(name) if not token.is_particle and not token.is_initial]
    for token in parts:
        found.update(_token_keys(token))
    for one, next_ in itertools.pairwise(parts):
        joined = skeleton(fold(one.text + next_.text))
        found.add(f"={joined}")
    return frozenset(found)


def _token_keys(token: Token) -> set[str]:
    bones = token.skeleton
    found = {f"={bones}"}
    found.update(f"#{row}" for row in rows_of(token.fold))
    if len(bones) >= LONG:
        found |= {f"<{bones[:PREFIX]}", f">{bones[-PREFIX:]}"}
    return found
