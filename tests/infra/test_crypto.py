"""The vault: what it seals, only the right one opens."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.infra.crypto import MasterKey, SealBroken, Vault, parse_masters
from stakehouse.kernel.ids import new_id

FIRST, SECOND = MasterKey(1, bytes(range(32))), MasterKey(2, bytes(range(1, 33)))
TENANT = new_id()


@given(st.binary(max_size=400))
def test_what_is_sealed_opens(plaintext: bytes) -> None:
    vault = Vault([FIRST])

    sealed = vault.seal(TENANT, "server_seed", plaintext)

    assert vault.open(TENANT, "server_seed", sealed) == plaintext
    assert len(sealed) == len(plaintext) + 30


def test_the_same_secret_never_looks_the_same() -> None:
    vault = Vault([FIRST])

    assert vault.seal(TENANT, "a", b"secret") != vault.seal(TENANT, "a", b"secret")


def test_another_tenant_purpose_or_master_does_not_open() -> None:
    sealed = Vault([FIRST]).seal(TENANT, "server_seed", b"secret")

    for vault, tenant, purpose in (
        (Vault([FIRST]), new_id(), "server_seed"),
        (Vault([FIRST]), TENANT, "credentials"),
        (Vault([SECOND]), TENANT, "server_seed"),
        (Vault([MasterKey(1, bytes(32))]), TENANT, "server_seed"),
    ):
        with pytest.raises(SealBroken):
            vault.open(tenant, purpose, sealed)


@pytest.mark.requirement("17")
@given(st.data())
def test_a_single_changed_bit_is_noticed(data: st.DataObject) -> None:
    vault = Vault([FIRST])
    sealed = bytearray(vault.seal(TENANT, "a", b"secret"))
    place = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[place // 8] ^= 1 << place % 8

    with pytest.raises(SealBroken):
        vault.open(TENANT, "a", bytes(sealed))


@given(st.binary(max_size=40))
def test_rubbish_is_refused(rubbish: bytes) -> None:
    with pytest.raises(SealBroken):
        Vault([FIRST]).open(TENANT, "a", rubbish)


def test_a_new_master_seals_and_the_old_one_still_opens() -> None:
    old = Vault([FIRST]).seal(TENANT, "a", b"secret")
    rotated = Vault([SECOND, FIRST])

    new = rotated.seal(TENANT, "a", b"secret")

    assert rotated.open(TENANT, "a", old) == b"secret"
    assert Vault([SECOND]).open(TENANT, "a", new) == b"secret"
    with pytest.raises(SealBroken):
        Vault([FIRST]).open(TENANT, "a", new)


def test_digests_differ_by_purpose() -> None:
    vault = Vault([FIRST])

    assert vault.digest("a", b"m") == vault.digest("a", b"m") != vault.digest("b", b"m")


def test_masters_are_read_from_a_setting() -> None:
    first, second = b64encode(FIRST.secret).decode(), b64encode(SECOND.secret).decode()

    assert parse_masters(first) == [FIRST]
    assert parse_masters(f"2:{second}, 1:{first}") == [SECOND, FIRST]


@pytest.mark.parametrize("text", ["", "x", "1:", "0:" + b64encode(bytes(32)).decode(), "AAAA", "x:AAAA"])
def test_a_setting_that_holds_no_key_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(ValueError, match="32 bytes in base64") as refused:
        parse_masters(text)
    assert len(text) < 4 or text not in str(refused.value)


def test_two_masters_of_one_number_are_refused() -> None:
    key = b64encode(bytes(32)).decode()

    with pytest.raises(ValueError, match="same number"):
        parse_masters(f"1:{key},1:{key}")


def test_a_key_never_shows_in_a_log() -> None:
    assert repr(FIRST) == "MasterKey(1)"
