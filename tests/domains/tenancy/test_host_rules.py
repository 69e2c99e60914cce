"""Which names a tenant may have, and what follows from what the DNS says of them."""

from datetime import timedelta

import pytest

from stakehouse.domains.tenancy.errors import HostRefused
from stakehouse.domains.tenancy.rules.hosts import (
    FAILURES_MAX,
    PENDING_FOR,
    activated,
    after_look,
    host_name,
    proof_name,
    proof_value,
)
from stakehouse.domains.tenancy.types import Certificate, Host, HostStatus
from tests.houses import NOON

RESERVED = frozenset({"stakehouse.example"})


def host(status: HostStatus = HostStatus.PENDING, failures: int = 0) -> Host:
    return Host("play.example.com", status, "t0ken", NOON, failures=failures)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Play.Example.COM.", "play.example.com"),
        ("  play.example.com ", "play.example.com"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("bücher.example", "xn--bcher-kva.example"),
    ],
)
def test_a_name_is_kept_as_browsers_send_it(typed: str, name: str) -> None:
    assert host_name(typed, RESERVED) == name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ".",
        "localhost",
        "casino",
        "10.0.0.1",
        "[::1]",
        "::1",
        "0x7f.1",
        "a..b.com",
        "-a.example.com",
        "a_b.example.com",
        "play.example.com:8000",
        "https://play.example.com",
        "play.example.com/path",
        "play example.com",
        "x" * 64 + ".com",
        "printer.local",
        "db.internal",
        "stakehouse.example",
        "evil.stakehouse.example",
    ],
)
def test_what_is_no_name_of_a_tenant_is_refused(typed: str) -> None:
    with pytest.raises(HostRefused):
        host_name(typed, RESERVED)


def test_the_record_proves_a_host_and_three_looks_without_it_lose_it() -> None:
    assert (proof_name("a.b"), proof_value("t")) == ("_stakehouse.a.b", "stakehouse-verification=t")

    proven = after_look(host(), ["other", "stakehouse-verification=t0ken"], NOON)
    active = activated(proven)
    looked = active
    for _ in range(FAILURES_MAX - 1):
        looked = after_look(looked, ["stakehouse-verification=another"], NOON)
    lost = after_look(looked, [], NOON)

    assert (proven.status, proven.verified_at, proven.failures) == (HostStatus.VERIFIED, NOON, 0)
    assert (active.status, active.certificate) == (HostStatus.ACTIVE, Certificate.WANTED)
    assert (looked.status, "other TXT" in looked.detail) == (HostStatus.ACTIVE, True)
    assert (lost.status, "no TXT" in lost.detail) == (HostStatus.FAILED, True)
    assert after_look(lost, ["stakehouse-verification=t0ken"], NOON).status is HostStatus.VERIFIED


def test_one_good_look_forgives_the_bad_ones_before() -> None:
    shaken = host(HostStatus.ACTIVE, failures=FAILURES_MAX - 1)

    assert after_look(shaken, ["stakehouse-verification=t0ken"], NOON).failures == 0


def test_a_claim_that_nobody_proves_ends() -> None:
    assert after_look(host(), [], NOON + PENDING_FOR).status is HostStatus.PENDING
    assert after_look(host(), [], NOON + PENDING_FOR + timedelta(seconds=1)).status is HostStatus.FAILED


@pytest.mark.parametrize("status", [HostStatus.PENDING, HostStatus.FAILED, HostStatus.REMOVED])
def test_nothing_unproven_is_put_to_use(status: HostStatus) -> None:
    with pytest.raises(HostRefused):
        activated(host(status))
