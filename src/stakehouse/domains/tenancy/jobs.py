"""What tenancy does by the clock: looks after the hosts."""

from dataclasses import dataclass

from stakehouse.domains.tenancy.errors import HostNotFound, HostTaken
from stakehouse.domains.tenancy.rules.hosts import proof_name
from stakehouse.domains.tenancy.service import hosts
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.infra.resolver import Resolver, ResolverSilent
from stakehouse.infra.tx import enqueue_all

LOOK = "tenancy.look_at_host"


@dataclass(frozen=True, slots=True)
class Looked:
    """Which host is looked at."""

    host: str


async def look_at_all(job: JobContext) -> None:
    """Owes a look at every host that is looked after."""
    async with job.begin() as tx:
        for tenant_id, host in await hosts.followed(tx.conn):
            await enqueue_all(tx.conn, tenant_id, [deferred(LOOK, Looked(host), dedupe=host)])


def look_job(resolver: Resolver) -> Job:
    """The job that asks the DNS about one host; a silent DNS says nothing and is asked again."""

    async def look(job: JobContext) -> None:
        host = job.arguments(Looked).host
        try:
            texts = await resolver.texts(proof_name(host))
        except ResolverSilent:
            if job.is_last:
                return
            raise
        try:
            async with job.begin() as tx:
                await hosts.note_look(tx, host, texts)
        except (HostNotFound, HostTaken):
            return

    return Job(LOOK, look, retries=3)


JOBS = (Job("tenancy.look_at_all_hosts", look_at_all, retries=0),)

SCHEDULES = (Schedule("tenancy.look_at_all_hosts", "*/15 * * * *", "tenancy.look_at_all_hosts"),)
