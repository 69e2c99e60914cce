"""What compliance does when it hears news."""

from stakehouse.domains.compliance.rules.monitoring import Seen
from stakehouse.domains.compliance.service.exclusions import follow_standing
from stakehouse.domains.compliance.service.monitoring import hear_payment, hear_sign_in, hear_trace
from stakehouse.domains.compliance.service.screening import screen_member
from stakehouse.events.identity import (
    MemberDetailsChanged,
    MemberRegistered,
    MemberSignedIn,
    MemberStandingChanged,
)
from stakehouse.events.payments import DepositSucceeded, WithdrawalRequested
from stakehouse.infra.subscriber import Event, Handler
from stakehouse.infra.tx import Tx
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


HANDLERS = (
    Handler("compliance-standing", (MemberStandingChanged,), on_standing_changed),
    Handler("compliance-screening", (MemberRegistered, MemberDetailsChanged), on_member_known),
    Handler("compliance-payments", (DepositSucceeded, WithdrawalRequested), on_payment),
    Handler("compliance-sign-ins", (MemberSignedIn,), on_signed_in),
)
