"""Withdrawals: held at the request, decided by a rule or a person, paid out by a job."""

from dataclasses import dataclass, replace
from datetime import timedelta

from stakehouse.domains import access, compliance, identity, ledger, tenancy
from stakehouse.domains.compliance import KycRequired
from stakehouse.domains.ledger import Subject, WalletKind
from stakehouse.domains.payments import rules, store
from stakehouse.domains.payments.errors import (
    DailySumReached,
    OwnPayment,
    PaymentNotFound,
    StoppedByCase,
    WithdrawalsPaused,
)
from stakehouse.domains.payments.rules import Hindrance, RiskFacts, WithdrawalFacts
from stakehouse.domains.payments.service import life
from stakehouse.domains.payments.service.deposits import Asked
from stakehouse.domains.payments.service.methods import choose, methods
from stakehouse.domains.payments.service.office import DESTINATION, Office
from stakehouse.domains.payments.types import (
    Check,
    Direction,
    Payment,
    PaymentSettings,
    PaymentStatus,
    masked,
)
from stakehouse.events.payments import WithdrawalApproved, WithdrawalRequested
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import MemberId, PaymentId, new_id
from stakehouse.kernel.money import Currency, Money, format_units, parse_units

DAY = timedelta(days=1)
_RULE = system("approval rule")


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether and how much a member can withdraw now.

    Attributes:
        available: in the main account.
        locked: held for withdrawals under way.
        minimum: smallest possible amount.
        maximum: largest possible amount.
        reasons: code and sentence of everything that stands in the way.
    """

    currency: Currency
    available: int
    locked: int
    minimum: int
    maximum: int
    reasons: tuple[tuple[str, str], ...]


async def eligibility(tx: Tx, office: Office, *, member_id: MemberId, currency_code: str) -> Eligibility:
    """What a member may expect when asking for a withdrawal.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
    """
    currency = (await tenancy.profile(tx)).currency(currency_code)
    offered = [
        method.bounds[currency]
        for method in await methods(tx, office.gateways, Direction.WITHDRAWAL)
        if currency in method.bounds
    ]
    if not offered:
        reason = ("method_unavailable", f"Withdrawals in {currency.code} are not offered here.")
        return Eligibility(currency, 0, 0, 0, 0, (reason,))
    facts, locked = await _facts(tx, member_id, currency, offered[0])
    found = rules.hindrances(facts)
    left = [facts.bounds.maximum, facts.available]
    left += [] if facts.daily_left is None else [facts.daily_left]
    left += [] if facts.is_cleared or facts.without_kyc is None else [facts.without_kyc]
    return Eligibility(
        currency,
        facts.available,
        locked,
        facts.bounds.minimum,
        max(min(left), 0),
        tuple((hindrance.value, _sentence(hindrance, facts, currency)) for hindrance in found),
    )


async def _facts(
    tx: Tx, member_id: MemberId, currency: Currency, bounds: rules.Bounds
) -> tuple[WithdrawalFacts, int]:
    """What the rules ask, and the units held."""
    profile = await tenancy.profile(tx)
    settings = await tenancy.setting(tx, PaymentSettings)
    member = await identity.member(tx, member_id)
    held = {
        balance.kind: balance.units
        for balance in await ledger.balances(tx, member_id)
        if balance.currency == currency.code
    }
    daily = settings.withdrawal_daily_maximum.get(currency.code)
    daily_left = None
    if daily is not None:
        since = rules.day_start(tx.now, profile.time_zone)
        taken = await store.outgoing_units(tx, member_id, currency.code, since=since)
        daily_left = max(parse_units(daily, currency.scale) - taken, 0)
    clearance = await compliance.clearance_for_withdrawal(tx, member_id, currency.code, currency.scale)
    facts = WithdrawalFacts(
        available=held.get(WalletKind.MAIN, 0),
        bounds=bounds,
        daily_left=daily_left,
        standing=member.standing.value,
        is_cleared=clearance.cleared,
        demands_kyc=clearance.demanded or settings.kyc_for_withdrawals,
        without_kyc=clearance.without,
        kyc_sentence=clearance.sentence,
        is_frozen=await compliance.withdrawal_stop(tx, member_id) is compliance.Stop.FROZEN,
    )
    return facts, held.get(WalletKind.LOCKED, 0)


def _sentence(hindrance: Hindrance, facts: WithdrawalFacts, currency: Currency) -> str:
    least = f"{format_units(facts.bounds.minimum, currency.scale)} {currency.code}"
    match hindrance:
        case Hindrance.ACCOUNT_SUSPENDED:
            return "Your account is suspended; support can tell you why."
        case Hindrance.WITHDRAWALS_PAUSED:
            return "Withdrawals from your account are paused; support can tell you more."
        case Hindrance.KYC_REQUIRED:
            return facts.kyc_sentence
        case Hindrance.BELOW_MINIMUM:
            return f"The smallest withdrawal is {least}."
        case Hindrance.DAILY_SUM_REACHED:
            return "You have reached the largest sum of a day; try again tomorrow."


async def request_withdrawal(
    tx: Tx, office: Office, asked: Asked, *, account: str, member_id: MemberId
) -> Payment:
    """Asks for a withdrawal; its money is held in the same commit.

    Raises:
        MethodUnavailable: not offered, or not in this currency.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not a positive amount.
        AmountOutOfRange: below the minimum or above the maximum.
        DestinationRefused: no account, or a card number.
        MemberSuspended: the operator suspended the member.
        AccountClosed: the account is closed.
        WithdrawalsPaused: compliance froze the account.
        KycRequired: the tenant pays out only to verified members.
        DailySumReached: the day's sum would be passed.
        InsufficientFunds: the wallet does not hold it.
    """
    method, amount = await choose(
        tx,
        office.gateways,
        Direction.WITHDRAWAL,
        name=asked.method,
        amount=asked.amount,
        currency_code=asked.currency,
    )
    destination = rules.account_of(account)
    await store.lock_member(tx, member_id)
    member = await identity.member(tx, member_id)
    identity.demand_admitted(member)
    facts, _locked = await _facts(tx, member_id, amount.currency, method.bounds[amount.currency])
    _ensure_possible(facts, amount)
    fingerprint = office.vault.digest(
        DESTINATION, tx.tenant_id.bytes + destination.replace(" ", "").upper().encode()
    )
    checks = await _checks(tx, member, amount, fingerprint)

    payment_id = PaymentId(new_id())
    hold_id = await ledger.hold(
        tx,
        member_id=member_id,
        currency=amount.currency.code,
        units=amount.units,
        reason="withdrawal",
        subject=Subject("payment", payment_id),
        key=str(payment_id),
    )
    withdrawal = Payment(
        id=payment_id,
        direction=Direction.WITHDRAWAL,
        member_id=member_id,
        user_id=member.user_id,
        amount=amount,
        method=method.name,
        connection_id=method.connection.id,
        status=PaymentStatus.REQUESTED,
        request_hash=b"",
        created_at=tx.now,
        updated_at=tx.now,
        destination_masked=masked(destination),
        destination=office.vault.seal(tx.tenant_id, DESTINATION, destination.encode()),
        hold_id=hold_id,
        checks=checks,
    )
    await store.insert_payment(tx, withdrawal, destination_print=fingerprint)
    await store.add_step(tx, withdrawal, came_from=None, by=tx.actor, reason="")

    tx.tell(life.about(WithdrawalRequested, withdrawal, instrument=fingerprint.hex()))
    return await _route(tx, withdrawal)


def _ensure_possible(facts: WithdrawalFacts, amount: Money) -> None:
    """Refuses for the gravest reason; what the wallet lacks is the ledger's to say."""
    if facts.is_frozen:
        raise WithdrawalsPaused(_sentence(Hindrance.WITHDRAWALS_PAUSED, facts, amount.currency))
    if Hindrance.KYC_REQUIRED in rules.hindrances(facts) or rules.passes_without_kyc(facts, amount.units):
        raise KycRequired(_sentence(Hindrance.KYC_REQUIRED, facts, amount.currency))
    if facts.daily_left is not None and amount.units > facts.daily_left:
        left = format_units(facts.daily_left, amount.currency.scale)
        raise DailySumReached(
            f"Today you can still withdraw {left} {amount.currency.code}.",
            field="amount",
            facts={"left": left, "currency": amount.currency.code},
        )


async def _checks(tx: Tx, member: identity.Member, amount: Money, fingerprint: bytes) -> tuple[Check, ...]:
    past = await store.past(tx, member.member_id, amount.currency.code, fingerprint, day_ago=tx.now - DAY)
    facts = RiskFacts(
        units=amount.units,
        member_since=member.created_at,
        kyc_status=member.kyc_status.value,
        deposited=past.deposited,
        withdrawn=past.withdrawn,
        requests_of_the_day=past.requests_of_the_day,
        destination_paid_before=past.destination_paid_before,
        shared_destination=past.shared_destination,
        is_stopped=await compliance.withdrawal_stop(tx, member.member_id) is not None,
    )
    return rules.risk_checks(facts, scale=amount.currency.scale, now=tx.now)


async def _route(tx: Tx, withdrawal: Payment) -> Payment:
    """Approves by rule what is small and passes every check; puts the rest before a person."""
    settings = await tenancy.setting(tx, PaymentSettings)
    below = settings.approve_below.get(withdrawal.currency.code)
    threshold = None if below is None else parse_units(below, withdrawal.currency.scale)
    if not rules.is_approved_at_once(withdrawal.checks, withdrawal.amount.units, threshold):
        return await life.take_step(
            tx, withdrawal, PaymentStatus.IN_REVIEW, by=_RULE, reason="A person decides."
        )
    approved = await life.take_step(
        tx, withdrawal, PaymentStatus.APPROVED, by=_RULE, reason="Below the limit, all checks passed."
    )
    _order(tx, approved)
    return approved


def _order(tx: Tx, approved: Payment) -> None:
    life.follow_up(tx, approved.id, tx.now)
    tx.tell(life.about(WithdrawalApproved, approved, by=approved.approved_by))


async def cancel(tx: Tx, payment_id: PaymentId, *, member_id: MemberId) -> Payment:
    """Takes a request back; the held money returns to the wallet.

    Raises:
        PaymentNotFound: the member has no such withdrawal.
        WrongState: it is approved, or has ended.
    """
    withdrawal = await _withdrawal(tx, payment_id)
    if withdrawal.member_id != member_id:
        raise _not_found()
    rules.ensure_edge(withdrawal, PaymentStatus.CANCELLED)

    cancelled = await life.take_step(
        tx, withdrawal, PaymentStatus.CANCELLED, by=tx.actor, reason="Cancelled by the member."
    )
    await life.give_back(tx, cancelled)
    return cancelled


async def approve(tx: Tx, payment_id: PaymentId, *, reason: str) -> Payment:
    """Approves a withdrawal; a job of the same commit pays it out.

    Raises:
        PaymentNotFound: the tenant has no such withdrawal.
        WrongState: it is approved already, or has ended.
        OwnPayment: the approver is the one who would be paid.
        OverOwnLimit: the approver may release smaller amounts only.
        StoppedByCase: a freeze or an open case of compliance stops it.
    """
    withdrawal = await _withdrawal(tx, payment_id)
    access.demand(tx, "payments:approve", money=withdrawal.amount)
    _ensure_not_own(tx, withdrawal)
    if await compliance.withdrawal_stop(tx, withdrawal.member_id) is not None:
        raise StoppedByCase("Compliance looks into this member; the payout waits until the case is closed.")
    rules.ensure_edge(withdrawal, PaymentStatus.APPROVED)

    by_person = replace(withdrawal, approved_by=tx.actor.user_id)
    approved = await life.take_step(tx, by_person, PaymentStatus.APPROVED, by=tx.actor, reason=reason)

    _order(tx, approved)
    _audit(tx, "withdrawal.approved", withdrawal, approved, reason)
    return approved


async def reject(tx: Tx, payment_id: PaymentId, *, reason: str) -> Payment:
    """Turns a withdrawal down; the held money returns to the wallet.

    Raises:
        PaymentNotFound: the tenant has no such withdrawal.
        WrongState: it is approved, or has ended.
        OwnPayment: the member of staff is the one who would be paid.
    """
    withdrawal = await _withdrawal(tx, payment_id)
    _ensure_not_own(tx, withdrawal)
    rules.ensure_edge(withdrawal, PaymentStatus.REJECTED)

    rejected = await life.take_step(tx, withdrawal, PaymentStatus.REJECTED, by=tx.actor, reason=reason)
    await life.give_back(tx, rejected)

    _audit(tx, "withdrawal.rejected", withdrawal, rejected, reason)
    return rejected


async def _withdrawal(tx: Tx, payment_id: PaymentId) -> Payment:
    found = await store.lock_payment(tx, payment_id)
    if found is None or found.direction is not Direction.WITHDRAWAL:
        raise _not_found()
    return found


def _not_found() -> PaymentNotFound:
    return PaymentNotFound("There is no such withdrawal.")


def _ensure_not_own(tx: Tx, withdrawal: Payment) -> None:
    if withdrawal.user_id in (tx.actor.user_id, tx.actor.real_user_id):
        raise OwnPayment("Somebody else has to decide about your own withdrawal.")


def _audit(tx: Tx, action: str, before: Payment, after: Payment, reason: str) -> None:
    tx.record(
        AuditEntry(
            action,
            "withdrawal",
            after.id,
            reason,
            before={"status": before.status.value},
            after={
                "status": after.status.value,
                "amount": str(after.amount),
                "currency": after.currency.code,
                "member_id": after.member_id,
            },
        )
    )
