"""What compliance does when it hears news."""

from stakehouse.domains.compliance.rules import significant as register
from stakehouse.domains.compliance.rules.harm import SignalKind
from stakehouse.domains.compliance.rules.monitoring import Seen
from stakehouse.domains.compliance.service import harm, significant
from stakehouse.domains.compliance.service.ages import keep_birth_date
from stakehouse.domains.compliance.service.exclusions import follow_standing
from stakehouse.domains.compliance.service.monitoring import hear_payment, hear_sign_in, hear_trace
from stakehouse.domains.compliance.service.screening import screen_member
from stakehouse.events.compliance import LimitChanged, LimitLooseningAsked, MemberExcluded
from stakehouse.events.identity import (
    MemberDetailsChanged,
    MemberRegistered,
    MemberSignedIn,
    MemberStandingChanged,
)
from stakehouse.events.payments import (
    DepositEnded,
    DepositSucceeded,
    WithdrawalRequested,
    WithdrawalReturned,
)
from stakehouse.events.tenancy import SettingChanged
from stakehouse.infra.subscriber import Event, Handler
from stakehouse.infra.tx import Tx
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import MemberId


async def on_standing_changed(tx: Tx, event: Event[MemberStandingChanged]) -> None:
    """Takes over the member's standing for the wallet engine; asks identity for the present one."""
    await follow_standing(tx, MemberId(event.fact.member_id))


async def on_member_known(tx: Tx, event: Event[MemberRegistered | MemberDetailsChanged]) -> None:
    """Screens who is new, or whose name, birth date or country changed."""
    cause = "registration" if isinstance(event.fact, MemberRegistered) else "details"
    await screen_member(tx, MemberId(event.fact.member_id), cause)


async def on_payment(tx: Tx, event: Event[DepositSucceeded | WithdrawalRequested]) -> None:
    """Keeps a payment and looks at its member by the monitoring rules."""
    fact = event.fact
    is_deposit = isinstance(fact, DepositSucceeded)
    member_id = MemberId(fact.member_id)
    if isinstance(fact, WithdrawalRequested) and fact.instrument:
        await hear_trace(tx, member_id, "instrument", fact.instrument)
    seen = Seen(
        payment_id=fact.payment_id,
        direction="deposit" if is_deposit else "withdrawal",
        currency=fact.currency,
        scale=fact.scale,
        units=fact.units,
        method=fact.method,
        played=0,
        at=event.created_at,
    )
    await hear_payment(tx, member_id, seen)


async def on_signed_in(tx: Tx, event: Event[MemberSignedIn]) -> None:
    """Keeps where a member signed in from."""
    await hear_sign_in(tx, MemberId(event.fact.member_id), event.fact.session_id)


async def on_significant(tx: Tx, event: Event[Fact]) -> None:
    """Takes what a regulator wants to hear of into the register."""
    await significant.hear(tx, event.fact, event.created_at)


async def on_deposit(tx: Tx, event: Event[DepositSucceeded]) -> None:
    """Looks whether a deposit chases losses."""
    fact = event.fact
    member_id = MemberId(fact.member_id)
    await harm.watch(
        tx,
        member_id,
        event.id,
        SignalKind.DEPOSIT,
        event.created_at,
        currency=fact.currency,
        units=fact.units,
    )


async def on_sign(tx: Tx, event: Event[Fact]) -> None:
    """Looks at acts that may be signs of harm."""
    fact = event.fact
    match fact:
        case DepositEnded(status="failed"):
            kind = SignalKind.FAILED_DEPOSIT
        case WithdrawalReturned(status="cancelled"):
            kind = SignalKind.CANCELLED_WITHDRAWAL
        case LimitChanged() | LimitLooseningAsked():
            kind = SignalKind.LIMIT_CHANGE
        case MemberExcluded(kind="time_out"):
            kind = SignalKind.TIME_OUT
        case _:
            return
    await harm.watch(tx, MemberId(fact.member_id), event.id, kind, event.created_at)


async def on_member_came(tx: Tx, event: Event[MemberRegistered | MemberSignedIn]) -> None:
    """Lays a birth date where the wallet engine reads, if the law caps stakes by age."""
    await keep_birth_date(tx, MemberId(event.fact.member_id))


HANDLERS = (
    Handler("compliance-ages", (MemberRegistered, MemberSignedIn), on_member_came),
    Handler("compliance-standing", (MemberStandingChanged,), on_standing_changed),
    Handler("compliance-screening", (MemberRegistered, MemberDetailsChanged), on_member_known),
    Handler("compliance-payments", (DepositSucceeded, WithdrawalRequested), on_payment),
    Handler("compliance-sign-ins", (MemberSignedIn,), on_signed_in),
    Handler("compliance-significant", (*register.FACTS, SettingChanged), on_significant),
    Handler("compliance-harm-deposits", (DepositSucceeded,), on_deposit),
    Handler(
        "compliance-harm-signs",
        (DepositEnded, WithdrawalReturned, LimitChanged, LimitLooseningAsked, MemberExcluded),
        on_sign,
    ),
)
