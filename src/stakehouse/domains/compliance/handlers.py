"""What compliance does when it hears news."""

from stakehouse.domains.compliance.service.exclusions import follow_standing
from stakehouse.domains.compliance.service.screening import screen_member
from stakehouse.events.identity import MemberDetailsChanged, MemberRegistered, MemberStandingChanged
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


HANDLERS = (
    Handler("compliance-standing", (MemberStandingChanged,), on_standing_changed),
    Handler("compliance-screening", (MemberRegistered, MemberDetailsChanged), on_member_known),
)
