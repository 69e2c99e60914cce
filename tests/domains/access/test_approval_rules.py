"""What binds a request to its content."""

from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.access.rules.approvals import canonical, content_hash

scalars = st.none() | st.booleans() | st.integers() | st.text()
contents = st.dictionaries(
    st.text(),
    st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_size=6,
)


@given(contents)
def test_the_order_of_fields_does_not_matter(content: dict[str, object]) -> None:
    turned = dict(reversed(content.items()))

    assert canonical(turned) == canonical(content)


@given(contents, contents)
def test_other_content_has_another_hash(one: dict[str, object], other: dict[str, object]) -> None:
    same = canonical(one) == canonical(other)

    assert (content_hash("a.b", canonical(one)) == content_hash("a.b", canonical(other))) is same


def test_the_same_content_of_another_act_has_another_hash() -> None:
    assert content_hash("ledger.adjustment", "{}") != content_hash("payments.payout", "{}")
