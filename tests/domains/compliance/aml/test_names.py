"""Names across scripts: what is one name, what is not, and how well all of it is judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.apps.cli.names import PAIRS, labelled
from stakehouse.domains.compliance import NAME_THRESHOLD, LabelledPair, Person, compare, evaluate_names
from stakehouse.domains.compliance.rules.names.matching import at_best, compare_names
from stakehouse.domains.compliance.rules.names.spelling import keys, tokens

LABELLED = labelled(PAIRS)
LATIN = st.text(st.sampled_from("abdegiklmnoprstuvz"), min_size=3, max_size=10)
NAMES = st.lists(LATIN, min_size=1, max_size=4).map(" ".join)


def test_the_pairs_are_judged_well_enough() -> None:
    found = evaluate_names(LABELLED)

    assert len(LABELLED) >= 110
    assert found.misses + found.hits >= 70, "enough pairs are of one person"
    assert found.false_alarms + found.passes >= 35, "and enough are not"
    assert found.recall >= 0.95
    assert found.precision >= 0.93


def test_every_mistake_is_counted_and_named() -> None:
    same, other = Person(("Ivan Petrov",)), Person(("Anna Schmidt",))
    pairs = [
        LabelledPair(same, same, is_same=False, note="a false alarm"),
        LabelledPair(same, other, is_same=True, note="a miss"),
    ]

    found = evaluate_names(pairs)

    assert (found.false_alarms, found.misses, found.hits, found.passes) == (1, 1, 0, 0)
    assert (found.precision, found.recall, found.f1) == (0.0, 0.0, 0.0)
    assert {mistake.pair for mistake in found.mistakes} == set(pairs)


@pytest.mark.parametrize("pair", [pair for pair in LABELLED if pair.is_same], ids=lambda pair: pair.note)
def test_what_is_found_by_score_is_found_by_key(pair: LabelledPair) -> None:
    if compare(pair.left, pair.right).score < NAME_THRESHOLD:
        pytest.skip("not found by score either")

    assert keys(pair.left.names[0]) & keys(pair.right.names[0])


@given(NAMES, NAMES)
def test_a_score_lies_between_nothing_and_all_and_knows_no_side(one: str, other: str) -> None:
    forth, back = compare_names(one, other), compare_names(other, one)

    assert 0 <= forth.score <= 1
    assert forth.score == pytest.approx(back.score, abs=0.02)


@pytest.mark.parametrize("pair", LABELLED, ids=lambda pair: pair.note)
@pytest.mark.parametrize("country", ["DE", "CY"])
@pytest.mark.parametrize("born", ["1970-05-17", "1970", "1971-02-01", "1991-02-03"])
def test_what_names_could_reach_at_best_is_never_less_than_what_they_reach(
    pair: LabelledPair, country: str, born: str
) -> None:
    left = Person(pair.left.names, ("1970-05-17",), frozenset({"CY"}))
    right = Person(pair.right.names, (born,), frozenset({country}))

    assert compare(left, right).score <= at_best(left, right)


@given(NAMES)
def test_a_name_is_itself_whatever_the_order_and_case(name: str) -> None:
    turned = " ".join(reversed(name.upper().split()))

    assert compare_names(name, name).score == 1.0
    assert compare_names(name, turned).score == 1.0
    assert keys(name) or all(token.is_particle for token in tokens(name))


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_it(one: str, other: str) -> None:
    assert 0 <= compare_names(one, other).score <= 1
    keys(one)


def test_the_score_is_explained_word_by_word() -> None:
    match = compare(
        Person(("Yevgeniy Lopukhin",), ("1970-05-17",), frozenset({"RU"})),
        Person(("Anna Bell", "Лопухин Евгений Игоревич"), ("1970",), frozenset({"RU", "CY"})),
    )

    assert match.right == "Лопухин Евгений Игоревич", "the name that comes closest counts"
    assert {(pairing.left, pairing.right, pairing.how) for pairing in match.pairings} == {
        ("lopukhin", "lopukhin", "same"),
        ("yevgeniy", "evgeniy", "spelling"),
        ("", "igorevich", "left_over"),
    }
    assert [(modifier.name, modifier.points) for modifier in match.modifiers] == [
        ("birth_date", 0.03),
        ("country", 0.02),
    ]


def test_another_birth_date_takes_a_namesake_out_and_none_makes_a_stranger_one() -> None:
    born = ("1970-05-17",)

    younger = Person(("Oleg Kran",), ("1991-02-03",))
    assert compare(Person(("Oleg Kran",), born), younger).score < NAME_THRESHOLD
    assert compare(Person(("Oleg Kran",), born), Person(("Anna Bell",), born)).score < NAME_THRESHOLD
