"""Use cases of adjustments: correct a balance at once, or ask for a second person first."""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains import identity, ledger, tenancy
from stakehouse.domains.access import Approval, demand, request_approval
from stakehouse.domains.compliance.errors import OwnAccount
from stakehouse.domains.compliance.rules import adjustments as rules
from stakehouse.domains.compliance.rules.adjustments import Correction
from stakehouse.domains.compliance.types import Adjustment, AdjustmentSettings
from stakehouse.domains.identity import Member
from stakehouse.domains.ledger import (
    NO_OWNER,
    Code,
    House,
    HouseKind,
    InsufficientFunds,
    Movement,
    Subject,
    Wallet,
    WalletKind,
)
from stakehouse.events.compliance import AdjustmentBooked
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.money import Money, format_units, parse_units

KIND = "ledger.adjustment"
"""The kind of its approvals."""

PERMISSION = "ledger:adjust"


async def adjust(
    tx: Tx, member_id: MemberId, account: WalletKind, *, amount: str, currency: str, reason: str
) -> Adjustment | Approval:
    """Corrects a balance, or asks for a second person where the amount reaches the threshold.

    Args:
        tx: the transaction; its actor is the maker.
        member_id: whose balance.
        account: main, bonus or referral.
        amount: signed decimal string.
        currency: the code.
        reason: why.

    Raises:
        MemberNotFound: no such member here.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not an amount of that currency, or zero.
        OverOwnLimit: the actor may correct smaller amounts only.
        OwnAccount: the actor is the member.
        InsufficientFunds: more is to be taken than the account holds.
        StepUpRequired: it reaches the threshold, and the maker did not prove lately who they are.
    """
    person = await identity.member(tx, member_id)
    money = (await tenancy.profile(tx)).currency(currency)
    correction = Correction(person.member_id, account, money, parse_units(amount, money.scale))
    rules.check_not_zero(correction.units)
    demand(tx, PERMISSION, money=Money(correction.units, money))
    _check_not_own(tx, person)
    settings = await tenancy.setting(tx, AdjustmentSettings)

    if not rules.needs_second_person(correction.units, money, settings):
        return await _book(tx, new_id(), correction, reason)

    await identity.demand_step_up(tx)
    await _check_covered(tx, correction)
    return await request_approval(
        tx,
        kind=KIND,
        summary=rules.summary_of(correction, person.username),
        content=rules.content_of(correction, reason),
        reason=reason,
        member_id=person.member_id,
        money=Money(correction.units, money),
    )


async def carry_out_adjustment(tx: Tx, approval_id: UUID, content: Mapping[str, object]) -> None:
    """Books an adjustment that a second person approved, in the transaction of the decision.

    Raises:
        OwnAccount: that person is the member.
        InsufficientFunds: the account holds less by now than is to be taken.
    """
    correction, reason = rules.correction_in(content)
    _check_not_own(tx, await identity.member(tx, correction.member_id))
    await _book(tx, approval_id, correction, reason)


async def _book(tx: Tx, adjustment_id: UUID, correction: Correction, reason: str) -> Adjustment:
    member_id, account, currency, units = correction
    wallet, house = Wallet(member_id, account, currency.code), House(HouseKind.ADJUSTMENTS, currency.code)
    debit, credit = (wallet, house) if units < 0 else (house, wallet)

    await ledger.post(
        tx,
        kind="adjustment",
        source=NO_OWNER,
        key=f"adjustment {adjustment_id}",
        subject=Subject("adjustment", adjustment_id),
        member_id=member_id,
        movements=[Movement(Code.ADJUSTMENT, debit, credit, abs(units))],
    )
    after = await _balance(tx, wallet)

    booked = Adjustment(adjustment_id, member_id, account, Money(units, currency), after, reason, tx.now)
    _announce(tx, booked)
    return booked


def _announce(tx: Tx, booked: Adjustment) -> None:
    """Tells and records the correction with the balance on both sides of it."""
    currency = booked.money.currency
    about = {"account": booked.account.value, "currency": currency.code}
    before = format_units(booked.balance - booked.money.units, currency.scale)
    after = {"balance": format_units(booked.balance, currency.scale), "adjustment_id": booked.id}
    tx.record(
        AuditEntry(
            "adjustment.booked",
            "member",
            booked.member_id,
            booked.reason,
            before={**about, "balance": before},
            after={**about, **after},
        )
    )
    tx.tell(
        AdjustmentBooked(
            adjustment_id=booked.id,
            member_id=booked.member_id,
            account=booked.account.value,
            currency=currency.code,
            scale=currency.scale,
            units=booked.money.units,
            balance_after=booked.balance,
        )
    )


def _check_not_own(tx: Tx, person: Member) -> None:
    if tx.actor.user_id == person.user_id:
        raise OwnAccount("Somebody else must adjust your own balance.", field="member_id")


async def _check_covered(tx: Tx, correction: Correction) -> None:
    """Spares a second person what cannot be carried out anyway."""
    wallet = Wallet(correction.member_id, correction.account, correction.currency.code)
    if correction.units < 0 and await _balance(tx, wallet) + correction.units < 0:
        raise InsufficientFunds("The account does not hold that much.", field="amount")


async def _balance(tx: Tx, wallet: Wallet) -> int:
    for balance in await ledger.balances(tx, wallet.member_id):
        if (balance.kind, balance.currency) == (wallet.kind, wallet.currency):
            return balance.units
    return 0
