"""Passwords: hashed in threads, checked at equal cost, the commonest refused."""

import asyncio
import time

import pytest

from stakehouse.infra.passwords import WAITING_MAX, Passwords, is_common
from stakehouse.kernel.errors import Overloaded


async def test_a_password_fits_its_own_hash_only() -> None:
    passwords = Passwords()
    stored = await passwords.hash("a long and quiet evening")

    assert stored.startswith("$argon2id$")
    assert await passwords.verify("a long and quiet evening", stored)
    assert not await passwords.verify("A long and quiet evening", stored)
    assert not await passwords.verify("a long and quiet evening ", stored)
    assert not passwords.is_outdated(stored)


async def test_nobodys_password_costs_the_same_and_never_fits() -> None:
    passwords = Passwords()

    assert not await passwords.verify("nobody has this password", None)
    assert passwords.operations == 1


async def test_a_hash_of_other_parameters_is_outdated_and_rubbish_never_fits() -> None:
    passwords = Passwords()
    old = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$qWYG9JvE1kXW2vUXXWcmFA"

    assert passwords.is_outdated(old)
    assert not await passwords.verify("anything", old)
    assert not await passwords.verify("anything", "rubbish")


async def test_the_loop_goes_on_while_passwords_are_hashed() -> None:
    passwords = Passwords()
    work = asyncio.gather(*(passwords.hash(f"password {number}") for number in range(8)))

    longest, last = 0.0, time.perf_counter()
    while not work.done():
        await asyncio.sleep(0)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    await work

    assert longest < 0.25


async def test_too_many_who_wait_are_turned_away() -> None:
    passwords = Passwords()
    waiting = [asyncio.create_task(passwords.hash("x" * 10)) for _ in range(WAITING_MAX)]
    await asyncio.sleep(0)

    with pytest.raises(Overloaded):
        await passwords.hash("one more")

    await asyncio.gather(*waiting)


@pytest.mark.parametrize("password", ["password123", "PASSWORD123", "1234567890", "qwertyuiop", "liverpool1"])
def test_the_commonest_are_known(password: str) -> None:
    assert is_common(password)


def test_an_uncommon_one_is_not() -> None:
    assert not is_common("a long and quiet evening")
