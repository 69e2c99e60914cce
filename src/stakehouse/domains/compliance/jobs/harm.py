"""What compliance does by the clock: it looks at the days of those who played."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from stakehouse.domains.compliance.ports import PlayDiary
from stakehouse.domains.compliance.rules.harm import SIGNALS_DAYS, PlayHour
from stakehouse.domains.compliance.service.harm import score_days
from stakehouse.domains.compliance.store.harm import forget_signals
from stakehouse.domains.tenancy import owe_to_each
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.kernel.ids import MemberId

SCHEDULES = (Schedule("compliance.score_all_days", "11 * * * *", "compliance.score_all_days"),)

SCORE = "compliance.score_days"
AT_ONCE = 200
"""Members looked at in one transaction."""

LOOK_BACK = timedelta(hours=51)
"""From the beginning of yesterday in the zone furthest behind to now."""


async def score_all(job: JobContext) -> None:
    """Owes each tenant that the days of its members are looked at."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(SCORE, dedupe=SCORE))


def diary_jobs(diary: PlayDiary) -> tuple[Job, ...]:
    """The jobs that need to know what was played."""

    async def score(job: JobContext) -> None:
        """Looks at yesterday of everybody who played; every hour, as midnight comes to each zone."""
        async with job.begin() as tx:
            hour = tx.now.replace(minute=0, second=0, microsecond=0)
            played = await diary(tx, hour - LOOK_BACK, hour)
            await forget_signals(tx, timedelta(days=SIGNALS_DAYS + 1))
        members = sorted(played)
        for first in range(0, len(members), AT_ONCE):
            some: Mapping[MemberId, Sequence[PlayHour]] = {
                member_id: played[member_id] for member_id in members[first : first + AT_ONCE]
            }
            async with job.begin() as tx:
                await score_days(tx, some)

    return (
        Job("compliance.score_all_days", score_all, retries=0),
        Job(SCORE, score, retries=2, timeout_s=300.0),
    )
