"""The OpenAPI documents as their readers and generators meet them."""

from typing import Any

import pytest

from stakehouse.apps.schemas import openapi

DOCUMENTS: dict[str, Any] = dict(openapi())


@pytest.mark.parametrize("face", DOCUMENTS)
def test_each_shape_has_a_name_of_its_own(face: str) -> None:
    """Two classes of one name are told apart by their modules, ``stakehouse__domains__…``: nobody's word."""
    shapes = DOCUMENTS[face]["components"]["schemas"]

    assert [name for name in shapes if "__" in name] == []
