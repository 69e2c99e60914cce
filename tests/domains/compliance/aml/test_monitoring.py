"""Monitoring in the house: heard from payments and sign-ins, raised once, tried before it counts."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from stakehouse.domains import identity
from stakehouse.domains.compliance.errors import InvalidParameters, RuleChangedMeanwhile, RuleNotFound
from stakehouse.domains.compliance.handlers import on_payment
from stakehouse.domains.compliance.rules.cases import Case, CaseKind, Severity
from stakehouse.domains.compliance.rules.monitoring import DEFAULTS, Rule, RuleKind
from stakehouse.domains.compliance.service import cases, monitoring
from stakehouse.domains.compliance.store.cases import CaseFilter
from stakehouse.events.payments import DepositSucceeded, WithdrawalRequested
from stakehouse.infra.subscriber import Event
from stakehouse.kernel.ids import MemberId, new_id
from tests.domains.compliance.conftest import NOON, Scene, after, staff

OFFICER = staff("compliance@lucky.test", "aml:configure")


async def heard(scene: Scene, fact: DepositSucceeded | WithdrawalRequested, days: float = 0) -> None:
    now = after(days=days)
    async with scene.begin(now) as tx:
        await on_payment(tx, Event(new_id(), scene.tenant_id, fact.key(), now, fact))


def about(scene: Scene, units: int, member_id: MemberId | None = None) -> dict[str, object]:
    return {
        "payment_id": new_id(),
        "member_id": member_id or scene.member_id,
        "currency": "EUR",
        "units": units,
        "scale": 2,
        "method": "card",
        "reference": "D-1",
    }


async def found(scene: Scene) -> list[Case]:
    async with scene.begin() as tx:
        page = await cases.cases(tx, CaseFilter(kind=CaseKind.MONITORING))
        return [(await cases.case(tx, view.case.id)).case for view in page.items]


@pytest.mark.requirement("71")
async def test_deposits_below_a_threshold_open_one_case_that_grows(scene: Scene) -> None:
    for place in range(3):
        await heard(scene, DepositSucceeded(**about(scene, 190_000)), days=place)  # type: ignore[arg-type]
    [case] = await found(scene)
    assert case.summary.startswith("Deposits just below 2,000: 3 deposits")
    assert len(case.evidence[0].content["payments"]) == 3  # type: ignore[arg-type]

    await heard(scene, DepositSucceeded(**about(scene, 190_000)), days=3)  # type: ignore[arg-type]

    [case] = await found(scene)
    assert len(case.evidence) == 2


@pytest.mark.requirement("71")
async def test_money_in_and_out_without_play_blocks_withdrawals(scene: Scene) -> None:
    await heard(scene, DepositSucceeded(**about(scene, 100_000)))  # type: ignore[arg-type]
    await heard(scene, WithdrawalRequested(**about(scene, 90_000)), days=1)  # type: ignore[arg-type]

    [case] = await found(scene)
    assert (case.severity, case.is_blocking) == (Severity.HIGH, True)


async def test_a_payment_that_is_heard_again_changes_nothing(scene: Scene) -> None:
    fact = DepositSucceeded(**about(scene, 600_000))  # type: ignore[arg-type]
    await heard(scene, fact)
    await heard(scene, fact)

    [case] = await found(scene)
    assert [step.kind for step in case.steps] == ["opened"]


@pytest.mark.requirement("12", "71")
async def test_members_on_one_instrument_are_found(scene: Scene) -> None:
    members = [scene.member_id]
    async with scene.begin() as tx:
        for place in range(2):
            user_id = await identity.ensure_user(tx, f"{new_id().hex}@example.com", "hash", name="")
            new = identity.NewMember(user_id, f"guest{place}", date(1990, 1, 1), "DE", "EUR", "en")
            member_id = await identity.enrol(tx, new)
            assert member_id is not None
            members.append(member_id)
    for member_id in members:
        fact = WithdrawalRequested(**about(scene, 1_000, member_id), instrument="ab" * 16)  # type: ignore[arg-type]
        await heard(scene, fact)

    [case] = await found(scene)
    assert case.member_id == members[-1]
    assert sorted(case.evidence[0].content["members"]) == sorted(str(each) for each in members)  # type: ignore[call-overload]


async def rule(scene: Scene, kind: RuleKind) -> Rule:
    async with scene.begin() as tx:
        return next(each for each in await monitoring.monitoring_rules(tx) if each.kind is kind)


async def changed(scene: Scene, old: Rule, *, version: int | None = None, **parameters: object) -> Rule:
    async with scene.begin(NOON, OFFICER) as tx:
        return await monitoring.change_rule(
            tx,
            old.id,
            title=old.title,
            is_on=old.is_on,
            severity=old.severity,
            is_blocking=old.is_blocking,
            parameters={**old.parameters.model_dump(), **parameters},
            after=version or old.version,
            reason="The bank asked for it.",
        )


async def test_the_shipped_rules_are_laid_down_once_and_changed_with_their_history(scene: Scene) -> None:
    async with scene.begin() as tx:
        assert len(await monitoring.monitoring_rules(tx)) == len(DEFAULTS)
        assert len(await monitoring.monitoring_rules(tx)) == len(DEFAULTS)
    old = await rule(scene, RuleKind.SUDDEN_CHANGE)

    new = await changed(scene, old, factor=9)

    assert (new.version, new.parameters.model_dump()["factor"]) == (2, 9)
    async with scene.begin() as tx:
        versions = await monitoring.rule_versions(tx, old.id)
    assert [(each.version, each.parameters["factor"]) for each in versions] == [(2, 9), (1, 5)]
    assert "monitoring_rule.changed" in await scene.recorded()
    assert (await changed(scene, new)).version == 2, "what stays the same is no version"
    with pytest.raises(RuleChangedMeanwhile):
        await changed(scene, new, version=1, factor=3)
    with pytest.raises(InvalidParameters):
        await changed(scene, new, factor=0)
    with pytest.raises(RuleNotFound):
        async with scene.begin() as tx:
            await monitoring.rule_versions(tx, UUID(int=7))


async def test_a_rule_that_is_off_sees_nothing_and_a_dry_run_says_what_it_would_have_seen(
    scene: Scene,
) -> None:
    async with scene.begin(NOON, OFFICER) as tx:
        for each in await monitoring.monitoring_rules(tx):
            await monitoring.change_rule(
                tx,
                each.id,
                title=each.title,
                is_on=False,
                severity=each.severity,
                is_blocking=each.is_blocking,
                parameters=each.parameters.model_dump(),
                after=1,
                reason="A quiet day.",
            )
    for place in range(4):
        await heard(scene, DepositSucceeded(**about(scene, 700_000)), days=place)  # type: ignore[arg-type]
    assert await found(scene) == []

    async with scene.begin(after(days=4)) as tx:
        tried = await monitoring.dry_run(tx, RuleKind.AMOUNT_OVER, {"amount": "6000"}, 30)
        none = await monitoring.dry_run(tx, RuleKind.AMOUNT_OVER, {"amount": "8000"}, 30)
        recent = await monitoring.dry_run(tx, RuleKind.AMOUNT_OVER, {}, 2)
        await monitoring.dry_run(tx, RuleKind.SHARED_TRACE, {}, 30)

    assert (len(tried.found), tried.payments, tried.is_cut) == (4, 4, False)
    assert {each.member.member_id for each in tried.found} == {scene.member_id}
    assert none.found == ()
    assert len(recent.found) == 2
    assert await found(scene) == [], "nothing was raised"


async def test_the_daily_look_finds_what_a_changed_rule_sees_by_now(scene: Scene) -> None:
    await heard(scene, DepositSucceeded(**about(scene, 300_000)))  # type: ignore[arg-type]
    assert await found(scene) == []
    for each in (await rule(scene, RuleKind.AMOUNT_OVER),):
        async with scene.begin(NOON, OFFICER) as tx:
            await monitoring.add_rule(
                tx,
                each.kind,
                title="Deposits of 3,000",
                is_on=True,
                severity=Severity.LOW,
                is_blocking=False,
                parameters={"amount": "3000"},
                reason="The bank asked for it.",
            )

    async with scene.begin(NOON + timedelta(hours=12)) as tx:
        assert await monitoring.look_at_next(tx, None) is None

    [case] = await found(scene)
    assert case.severity is Severity.LOW
