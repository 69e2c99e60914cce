"""What compliance does when it hears news."""

from stakehouse.domains.compliance.service.exclusions import follow_standing
from stakehouse.events.identity import MemberStandingChanged
from stakehouse.infra.subscriber import Event, Handler
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def on_standing_changed(tx: Tx, event: Event[MemberStandingChanged]) -> None:
    """Takes over the member's standing for the wallet engine; asks identity for the present one."""
    await follow_standing(tx, MemberId(event.fact.member_id))


HANDLERS = (Handler("compliance-standing", (MemberStandingChanged,), on_standing_changed),)
