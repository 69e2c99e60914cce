"""Use cases of the clock of play: what the screens show, and the question whether to go on."""

from dataclasses import replace
from datetime import timedelta

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import InvalidInterval
from stakehouse.domains.compliance.rules.calendar import starts_at
from stakehouse.domains.compliance.rules.protections import MemberClock, reality_due_at
from stakehouse.domains.compliance.service import history
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import history as changes
from stakehouse.domains.compliance.store import limits as store
from stakehouse.domains.compliance.types import PlayClock, PlaySession, RealityAnswer, RealityBand
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.events.compliance import RealityCheckAnswered
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


def reality_band_of(tenant: TenantProfile) -> RealityBand:
    """How often the law of a tenant wants members to be asked whether they go on."""
    law = tenancy.jurisdiction_of(tenant).rules
    return RealityBand(
        law.reality_check_default_minutes, law.reality_check_min_minutes, law.reality_check_max_minutes
    )


async def play_clock(tx: Tx, member_id: MemberId) -> PlayClock:
    """How long and with what result a member has played, and when the next question is due.

    Raises:
        MemberNotFound: no such member here.
    """
    person = await identity.member(tx, member_id)
    band = reality_band_of(await tenancy.profile(tx))
    protection = await store.protection(tx, member_id)
    rows = await store.sittings(tx, member_id)
    starts = starts_at(tx.now, person.time_zone if protection is None else protection.time_zone)
    clock = MemberClock([row for _, row, _ in rows], tx.now, starts)

    session = None
    if clock.since is not None and clock.last is not None:
        results = {
            currency: (sitting.wagered, sitting.won)
            for currency, _, sitting in rows
            if sitting.since == clock.since
        }
        session = PlaySession(clock.since, clock.last, results)
    minutes = band.minutes(None if protection is None else protection.reality_minutes)
    checked_at = None if protection is None else protection.reality_checked_at
    played = [
        timedelta(milliseconds=counted + running)
        for counted, running in zip(clock.played, clock.running(), strict=True)
    ]
    return PlayClock(session, played, minutes, band, reality_due_at(clock.since, checked_at, minutes))


async def answer_reality_check(tx: Tx, member_id: MemberId, answer: RealityAnswer) -> PlayClock:
    """Takes what a member says: going on starts the time anew, stopping leaves play stopped.

    Raises:
        MemberNotFound: no such member here.
    """
    before = await play_clock(tx, member_id)
    if answer is RealityAnswer.CONTINUE:
        person = await identity.member(tx, member_id)
        await hold_play(tx, member_id)
        protection = await store.lock_protection(tx, member_id, time_zone=person.time_zone)
        await store.save_protection(tx, member_id, replace(protection, reality_checked_at=tx.now))

    minutes = 0 if before.session is None else (tx.now - before.session.since) // timedelta(minutes=1)
    told = {"answer": answer.value, "minutes": minutes}
    await changes.add(tx, member_id, "reality_check.answered", before=None, after=told, reason="")
    tx.tell(RealityCheckAnswered(member_id=member_id, answer=answer.value, minutes=minutes))
    return await play_clock(tx, member_id)


async def choose_interval(tx: Tx, member_id: MemberId, minutes: int) -> PlayClock:
    """Lets a member choose how often to be asked, within the band of the house.

    Raises:
        MemberNotFound: no such member here.
        InvalidInterval: outside the band.
    """
    person = await identity.member(tx, member_id)
    band = reality_band_of(await tenancy.profile(tx))
    if not band.least <= minutes <= band.most:
        raise InvalidInterval(
            f"Choose between {band.least} and {band.most} minutes.",
            field="minutes",
            facts={"min_minutes": band.least, "max_minutes": band.most},
        )
    await hold_play(tx, member_id)
    protection = await store.lock_protection(tx, member_id, time_zone=person.time_zone)

    await store.save_protection(tx, member_id, replace(protection, reality_minutes=minutes))

    await history.note(
        tx,
        member_id,
        "reality_check.chosen",
        before={"minutes": band.minutes(protection.reality_minutes)},
        after={"minutes": minutes},
    )
    return await play_clock(tx, member_id)
