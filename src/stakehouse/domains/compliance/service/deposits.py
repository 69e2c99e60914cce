"""Use cases of deposits: may this one be opened, and what does one use up that was received."""

from stakehouse.domains import identity
from stakehouse.domains.compliance.rules.calendar import rolled, starts_at
from stakehouse.domains.compliance.rules.exclusions import check_not_excluded
from stakehouse.domains.compliance.rules.limits import check_deposit as check_limits
from stakehouse.domains.compliance.rules.protections import added
from stakehouse.domains.compliance.service.deposit_prompt import demand_answer
from stakehouse.domains.compliance.service.exclusions import in_force
from stakehouse.domains.compliance.store import limits as store
from stakehouse.domains.compliance.store.cases import freeze_of
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def check_deposit(
    tx: Tx, member_id: MemberId, currency_code: str, units: int, *, pending_units: int = 0
) -> None:
    """Lets a deposit be opened that the member's protections allow.

    Parallel deposits of a member wait here for each other until they commit. The caller sums what is
    under way after it has made them wait itself, or what is opened in between is not counted.

    Args:
        tx: the transaction in which the deposit is opened.
        member_id: who deposits.
        currency_code: of the deposit.
        units: the new deposit.
        pending_units: deposits that are under way; they count as if they had come.

    Raises:
        MemberSuspended: staff suspended the member.
        AccountClosed: the account is closed.
        AccountPending: something the house must see first is missing.
        AccountLimited: the account is limited, or frozen.
        Excluded: a time-out or self-exclusion is in force.
        DepositLimitUnanswered: the law has members asked for a limit first.
        LimitReached: the deposit would pass a limit.
    """
    person = await identity.member(tx, member_id)
    identity.demand_active(person)
    counted = await store.lock_deposited(tx, member_id, currency_code)
    check_not_excluded(await in_force(tx, person), tx.now)
    protection = await store.protection(tx, member_id)
    if protection is not None and await freeze_of(tx, member_id) is not None:
        raise identity.AccountLimited("Your account is limited: you can neither play nor deposit.")
    await demand_answer(tx, member_id, currency_code)
    if protection is None:
        return

    limits = [limit for limit in await store.limits_of(tx, member_id) if limit.currency == currency_code]
    starts = starts_at(tx.now, protection.time_zone)
    deposited = [sum_ + pending_units for sum_ in rolled(counted.at, counted.sums, starts)]
    check_limits(limits, deposited, units, tx.now, protection.time_zone)


async def record_deposit(tx: Tx, member_id: MemberId, currency_code: str, units: int) -> None:
    """Counts a deposit that was received, in the periods of this moment; called where it is credited."""
    counted = await store.lock_deposited(tx, member_id, currency_code)
    time_zone = await _time_zone(tx, member_id)

    sums = rolled(counted.at, counted.sums, starts_at(tx.now, time_zone))

    await store.save_deposited(tx, member_id, currency_code, store.Counted(tx.now, added(sums, units)))


async def _time_zone(tx: Tx, member_id: MemberId) -> str:
    protection = await store.protection(tx, member_id)
    return (await identity.member(tx, member_id)).time_zone if protection is None else protection.time_zone
