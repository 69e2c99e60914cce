"""What a new house has to be, and the end of a closing that nobody decided."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stakehouse.domains.access import Approval, ApprovalId, ApprovalStatus
from stakehouse.domains.console import HouseStepKind, NewHouse
from stakehouse.domains.console.rules import check_new, history
from stakehouse.domains.tenancy import Features
from stakehouse.kernel.errors import Invalid
from stakehouse.kernel.ids import new_id
from stakehouse.kernel.money import Currency

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOVA = NewHouse(
    slug="nova",
    name="Nova Ltd",
    jurisdiction="MT",
    features=Features(gaming=True, loyalty=False),
    languages=("en",),
    currencies=(Currency("EUR", 2),),
    time_zone="Europe/Malta",
    support_email="help@nova.test",
    owner_email="nora@nova.test",
    owner_name="Nora",
)


def test_a_sound_house_passes() -> None:
    check_new(NOVA)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("slug", {"slug": "Nova"}),
        ("slug", {"slug": "nova\n"}),
        ("slug", {"slug": "a" * 41}),
        ("slug", {"slug": "admin"}),
        ("name", {"name": " "}),
        ("name", {"name": "N" * 81}),
        ("jurisdiction", {"jurisdiction": "M"}),
        ("languages", {"languages": ()}),
        ("languages", {"languages": ("english",)}),
        ("languages", {"languages": ("en", "en")}),
        ("currencies", {"currencies": ()}),
        ("currencies", {"currencies": (Currency("eur", 2),)}),
        ("currencies", {"currencies": (Currency("EUR", 9),)}),
        ("currencies", {"currencies": (Currency("EUR", 2), Currency("EUR", 3))}),
        ("owner_email", {"owner_email": "nora"}),
        ("support_email", {"support_email": "help @nova.test"}),
        ("gaming", {"features": Features(gaming=False, loyalty=False)}),
    ],
)
def test_what_makes_no_sense_is_named(field: str, changed: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refused:
        check_new(replace(NOVA, **changed))

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("status", "last"),
    [
        (ApprovalStatus.WAITING, HouseStepKind.CLOSING_ASKED),
        (ApprovalStatus.EXPIRED, HouseStepKind.CLOSING_EXPIRED),
        (ApprovalStatus.WITHDRAWN, HouseStepKind.CLOSING_WITHDRAWN),
    ],
)
def test_a_closing_ends_in_a_step_of_its_own(status: ApprovalStatus, last: HouseStepKind) -> None:
    asked = Approval(
        id=ApprovalId(new_id()),
        kind="console.close_tenant",
        summary="Close Nova Ltd (nova) for good",
        content={},
        content_hash="0" * 64,
        reason="The licence has ended",
        money=None,
        member_id=None,
        maker_id=None,
        maker="cli.tenant",
        status=status,
        created_at=NOON,
        expires_at=NOON + timedelta(hours=72),
        decided_at=NOON + timedelta(hours=1) if status is ApprovalStatus.WITHDRAWN else None,
    )

    steps = history([], [asked])

    assert steps[0].kind is last
    assert (steps[-1].kind, steps[-1].by) == (HouseStepKind.CLOSING_ASKED, "cli.tenant")
