"""Sandpay's signature: only the right bytes, secret and time pass."""

import hashlib
import hmac
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.payments.adapters.sandpay.signature import verify
from stakehouse.domains.payments.errors import SignatureRefused
from tests.domains.payments.worlds import NOW

SECRET = "ws_present"
BODY = b'{"id":"ntc_1"}'
SECONDS = int(NOW.timestamp())


def signed(body: bytes = BODY, secret: str = SECRET, at: int = SECONDS) -> str:
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


def test_an_example_computed_by_hand_passes() -> None:
    digest = "4e109375a5beb3496c48fb5732e532c2bff64f3a9ac59ec1efea80d3130cce44"
    verify(f"t=1795176000,v1={digest}", BODY, [SECRET], now=NOW)


@pytest.mark.parametrize("skew_s", [-300, 0, 300])
def test_clocks_may_differ_by_five_minutes(skew_s: int) -> None:
    verify(signed(at=SECONDS + skew_s), BODY, [SECRET], now=NOW)


@pytest.mark.parametrize("skew_s", [-301, 301, -86_400, 86_400])
def test_old_notices_and_notices_from_the_future_are_refused(skew_s: int) -> None:
    with pytest.raises(SignatureRefused):
        verify(signed(at=SECONDS + skew_s), BODY, [SECRET], now=NOW)


def test_either_secret_passes_while_it_is_replaced() -> None:
    verify(signed(secret="ws_former"), BODY, [SECRET, "ws_former"], now=NOW)
    both = f"{signed()},{signed(secret='ws_former').partition(',')[2]}"
    verify(both, BODY, ["ws_former"], now=NOW)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "t=,v1=",
        "v1=" + "0" * 64,
        f"t={SECONDS}",
        f"t={SECONDS},v1=zz",
        f"t={SECONDS},t={SECONDS}," + signed().partition(",")[2],
        f"t=-{SECONDS}," + signed().partition(",")[2],
        f"t={SECONDS}.0," + signed().partition(",")[2],
        signed().upper(),
        signed(secret="ws_other"),
        ",".join(["v1=" + "0" * 64] * 9) + "," + signed(),
    ],
)
def test_anything_else_is_refused(header: str) -> None:
    with pytest.raises(SignatureRefused):
        verify(header, BODY, [SECRET], now=NOW)


@given(st.binary(max_size=60), st.text(max_size=120))
def test_no_header_and_no_body_raise_anything_but_a_refusal(body: bytes, header: str) -> None:
    with pytest.raises(SignatureRefused):
        verify(header, body, [SECRET], now=NOW)


@given(st.integers(min_value=0, max_value=len(BODY) - 1), st.integers(min_value=1, max_value=255))
def test_a_single_changed_byte_is_noticed(place: int, flip: int) -> None:
    changed = bytearray(BODY)
    changed[place] ^= flip
    with pytest.raises(SignatureRefused):
        verify(signed(), bytes(changed), [SECRET], now=NOW + timedelta(seconds=1))
