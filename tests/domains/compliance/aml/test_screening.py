"""Lists in force, members screened against them, hits that become cases, and what people decide."""

import asyncio
import io
from contextlib import AbstractAsyncContextManager
from datetime import date
from uuid import UUID

import pytest

from stakehouse.domains import compliance, identity
from stakehouse.domains.compliance import Format
from stakehouse.domains.compliance.errors import (
    CaseClosed,
    OwnCase,
    WatchlistNotFound,
    WatchlistNotReady,
    WrongFinding,
)
from stakehouse.domains.compliance.rules.cases import Case, CaseStatus, Finding, Verdict
from stakehouse.domains.compliance.service import cases, screening, watchlists
from stakehouse.domains.compliance.store.cases import CaseFilter
from stakehouse.domains.compliance.store.watchlists import Version
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import PLATFORM, MemberId, TenantId, new_id
from tests.domains.compliance.conftest import NOON, Scene, after, staff

OFFICER = staff("compliance@lucky.test", "aml:review")
HEAD = "id,schema,name,aliases,birth_date,countries\n"
RODION = "p1,Person,Rodion Skvorchenko,Родион Скворченко,1990-01-01,ru\n"
ANOTHER = "p2,Person,Casimir Brandvold,,1990-12-31,no\n"


async def loaded(
    scene: Scene, text: str, *, owner: TenantId | None = None, code: str = "sanctions", activate: bool = True
) -> Version:
    """A version of a list, loaded and in force."""

    def opened() -> AbstractAsyncContextManager[Tx]:
        return begin(scene.database, tenant_id=owner or scene.tenant_id, actor=system("test"), now=NOON)

    file = text.encode()
    async with opened() as tx:
        version_id = await watchlists.register(
            tx,
            None,
            code=code,
            title="Sanctions",
            form=Format.OPENSANCTIONS_CSV,
            file_name="list.csv",
            sha256="0" * 64,
            size_bytes=len(file),
        )
    version = await watchlists.load(opened, version_id, io.BytesIO(file))
    if activate:
        async with opened() as tx:
            version = await watchlists.activate(tx, version_id)
    return version


async def called(scene: Scene, first: str, last: str) -> None:
    async with scene.begin() as tx:
        await identity.set_name(tx, scene.member_id, first, last)


async def screened(scene: Scene) -> screening.Screened:
    async with scene.begin() as tx:
        return await screening.screen_member(tx, scene.member_id, "test")


async def open_cases(scene: Scene) -> list[Case]:
    async with scene.begin() as tx:
        page = await cases.cases(tx, CaseFilter(is_open=True))
        return [(await cases.case(tx, view.case.id)).case for view in page.items]


@pytest.fixture(autouse=True)
async def clean_platform(scene: Scene) -> None:
    """Lists of the platform bind every tenant of the module's database; each test begins without any."""
    await scene.rows(
        "UPDATE watchlist_versions SET status = 'retired' WHERE status = 'active' AND $1::uuid IS NOT NULL"
    )


@pytest.mark.requirement("71")
async def test_a_member_on_a_list_becomes_a_case_with_both_sides_and_the_reasons(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION + ANOTHER)
    await called(scene, "Родион", "Скворченко")

    found = await screened(scene)

    assert [hit.entry.ref for hit in found.hits] == ["p1"]
    [case] = await open_cases(scene)
    assert (case.id, case.status) == (found.case_id, CaseStatus.OPEN)
    [hit] = case.evidence
    assert hit.content["entry"]["names"] == ["Rodion Skvorchenko", "Родион Скворченко"]  # type: ignore[index]
    assert hit.content["match"]["pairings"]  # type: ignore[index]
    assert await scene.told() == ["watchlist.activated", "aml_case.opened"]


async def test_a_list_of_the_platform_binds_every_tenant_and_none_can_change_it(scene: Scene) -> None:
    version = await loaded(scene, HEAD + RODION, owner=PLATFORM)
    await called(scene, "Rodion", "Skvorchenko")

    assert len((await screened(scene)).hits) == 1

    async with scene.begin() as tx:
        assert [each.owner for each in await watchlists.versions(tx)][:1] == [PLATFORM]
        with pytest.raises(WatchlistNotFound):
            await watchlists.activate(tx, version.id)


async def test_reading_the_platforms_lists_leaves_the_tenants_sight_as_it_was(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION, owner=PLATFORM)
    await loaded(scene, HEAD + RODION)

    async with scene.begin() as tx:
        await watchlists.versions(tx)
        assert (await identity.member(tx, scene.member_id)).username == "ann"


async def test_who_was_found_not_to_be_the_member_does_not_come_back_until_a_side_changes(
    scene: Scene,
) -> None:
    await loaded(scene, HEAD + RODION)
    await called(scene, "Rodion", "Skvorchenko")
    await screened(scene)
    [case] = await open_cases(scene)
    async with scene.begin(NOON, OFFICER) as tx:
        await cases.close(tx, case.id, Finding.FALSE_POSITIVE, reason="Another birth date and face.")

    assert (await screened(scene)).case_id is None
    assert await open_cases(scene) == []

    await loaded(scene, HEAD + RODION.replace("1990-01-01", "1990"))
    assert (await screened(scene)).case_id is not None, "the list says something else by now"
    [again] = await open_cases(scene)
    async with scene.begin(NOON, OFFICER) as tx:
        await cases.close(tx, again.id, Finding.FALSE_POSITIVE, reason="Still somebody else.")
    await called(scene, "Rodion", "Skvortchenko")
    assert (await screened(scene)).case_id is not None, "the member says something else by now"


async def test_what_is_new_about_an_open_case_joins_it(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION)
    await called(scene, "Rodion", "Skvorchenko")
    first = await screened(scene)
    await screened(scene)
    await loaded(scene, HEAD + RODION.replace("p1", "q1"), code="others")

    second = await screened(scene)

    assert first.case_id == second.case_id
    [case] = await open_cases(scene)
    assert len(case.evidence) == 2
    assert [step.kind for step in case.steps] == ["opened", "evidence"]


async def test_a_case_is_taken_noted_escalated_judged_and_closed(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION)
    await called(scene, "Rodion", "Skvorchenko")
    await screened(scene)
    [case] = await open_cases(scene)
    [hit] = case.evidence
    assert hit.id is not None
    async with scene.begin(NOON, OFFICER) as tx:
        assert OFFICER.user_id is not None
        await cases.assign(tx, case.id, assignee_id=OFFICER.user_id, assignee=OFFICER.name)
        await cases.note(tx, case.id, "Asked for a passport.")
        await cases.attach(tx, case.id, title="Passport", content={"reference": "KYC-1"})
        await cases.escalate(tx, case.id, reason="Looks like him.")
        await cases.judge(tx, case.id, hit.id, Verdict.TRUE, reason="The same passport.")
    async with scene.begin(NOON, OFFICER) as tx:
        with pytest.raises(WrongFinding):
            await cases.close(tx, case.id, Finding.FALSE_POSITIVE, reason="Never mind.")
    async with scene.begin(NOON, OFFICER) as tx:
        done = await cases.close(tx, case.id, Finding.REPORTED, reason="Report 17 was filed.")

    assert (done.status, done.finding, done.assignee) == (
        CaseStatus.CLOSED,
        Finding.REPORTED,
        "compliance@lucky.test",
    )
    kinds = [step.kind for step in done.steps]
    assert kinds == ["opened", "assigned", "note", "evidence", "escalated", "judged", "closed"]
    assert (await screened(scene)).case_id is None, "it was judged"
    async with scene.begin(NOON, OFFICER) as tx:
        with pytest.raises(CaseClosed):
            await cases.note(tx, case.id, "One more thing.")


async def test_nobody_works_on_a_case_about_themselves(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION)
    await called(scene, "Rodion", "Skvorchenko")
    await screened(scene)
    [case] = await open_cases(scene)

    async with scene.begin(NOON, staff("ann", "aml:review", user_id=scene.user_id)) as tx:
        with pytest.raises(OwnCase):
            await cases.close(tx, case.id, Finding.FALSE_POSITIVE, reason="It is not me.")


async def test_a_case_that_nobody_decides_in_time_is_escalated_once(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION)
    await called(scene, "Rodion", "Skvorchenko")
    await screened(scene)

    for expected in (0, 1, 0):
        async with scene.begin(after(days=30 if expected else 0)) as tx:
            escalated = await cases.escalate_overdue(tx)
        if expected:
            assert escalated == 1
    async with scene.begin(after(days=31)) as tx:
        assert await cases.escalate_overdue(tx) == 0
    [case] = await open_cases(scene)
    assert case.status is CaseStatus.ESCALATED


async def test_all_members_are_screened_anew_in_batches_with_progress(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening, "BATCH", 2)
    async with scene.begin() as tx:
        for place in range(4):
            user_id = await identity.ensure_user(tx, f"{new_id().hex}@example.com", "hash", name="")
            member_id = await identity.enrol(
                tx, identity.NewMember(user_id, f"guest{place}", date(1990, 1, 1), "RU", "EUR", "en")
            )
            assert member_id is not None
            await identity.set_name(tx, member_id, "Rodion" if place == 3 else "Anna", "Skvorchenko")
    await loaded(scene, HEAD + RODION)

    async with scene.begin() as tx:
        run = await screening.start_run(tx, "a list changed")
    seen = []
    while run.finished_at is None:
        async with scene.begin() as tx:
            run = await screening.go_on(tx, run.id)
        seen.append((run.done, run.hits))

    assert seen == [(2, 0), (4, 0), (5, 1)]
    assert run.total == 5


async def test_a_version_says_how_it_differs_and_only_a_loaded_one_is_put_in_force(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION + ANOTHER)
    second = await loaded(
        scene,
        HEAD + RODION.replace("ru", "cy") + "p3,Person,Wei Longmao,,1959,cn\n" + "p3,Person,Twice,,,\n",
        activate=False,
    )

    assert (second.number, second.status) == (2, "ready")
    assert (second.difference.added, second.difference.changed, second.difference.removed) == (1, 1, 1)
    assert (second.entries, second.faults) == (2, 1)

    broken = await loaded(scene, "nothing\n", activate=False)
    assert broken.status == "failed"
    async with scene.begin() as tx:
        with pytest.raises(WatchlistNotReady):
            await watchlists.activate(tx, broken.id)


async def test_loading_begins_again_after_it_was_cut_off(scene: Scene) -> None:
    version = await loaded(scene, HEAD + RODION + ANOTHER, activate=False)
    await scene.rows(
        "UPDATE watchlist_versions SET status = 'loading' WHERE tenant_id = $1 AND id = $2", version.id
    )

    again = await watchlists.load(scene.begin, version.id, io.BytesIO((HEAD + RODION + ANOTHER).encode()))

    assert (again.status, again.entries) == ("ready", 2)
    [row] = await scene.rows(
        "SELECT count(*) AS entries FROM watchlist_entries WHERE tenant_id = $1 AND version_id = $2",
        version.id,
    )
    assert row["entries"] == 2


async def test_two_versions_put_in_force_at_once_leave_one(scene: Scene) -> None:
    versions = [await loaded(scene, HEAD + RODION, activate=False) for _ in range(2)]

    async def activate(version_id: UUID) -> None:
        async with scene.begin() as tx:
            await watchlists.activate(tx, version_id)

    await asyncio.gather(*(activate(version.id) for version in versions), return_exceptions=True)

    [row] = await scene.rows(
        "SELECT count(*) AS active FROM watchlist_versions WHERE tenant_id = $1 AND status = 'active'"
    )
    assert row["active"] == 1


async def test_a_member_without_a_name_is_not_compared_and_a_stranger_not_found(scene: Scene) -> None:
    await loaded(scene, HEAD + RODION)
    assert (await screened(scene)).hits == ()
    await called(scene, "Rodion", "Petrov")
    assert (await screened(scene)).hits == ()
    with pytest.raises(identity.MemberNotFound):
        async with scene.begin() as tx:
            await compliance.screen_member(tx, MemberId(new_id()), "test")
