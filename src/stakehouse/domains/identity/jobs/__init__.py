"""What identity does from the queue and by the clock: mail, and forgetting what is over."""

from datetime import timedelta

from stakehouse.domains.identity.jobs.mails import compose
from stakehouse.domains.identity.service import post
from stakehouse.domains.identity.store import registrations, sessions
from stakehouse.domains.tenancy import profile, tenants
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.mail import MailCarrier
from stakehouse.infra.tokens import LIFETIME
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import PLATFORM, TenantId

SESSIONS_KEPT = timedelta(days=90)
REGISTRATIONS_KEPT = timedelta(days=1)
ENDINGS_KEPT = LIFETIME * 2

PRUNING = system("identity.prune")


async def send_mail(
    tenant_id: TenantId,
    payload: bytes,
    *,
    database: Database,
    clock: Clock,
    vault: Vault,
    carrier: MailCarrier,
) -> None:
    """Sends a mail that a use case owed; runs again if the carrier fails.

    Args:
        tenant_id: in whose name.
        payload: the sealed order.
        database: where the tenant is looked up.
        clock: tells the time of the look-up.
        vault: opens the order.
        carrier: takes the mail out of the house; called in no transaction.
    """
    order = post.unseal(vault, tenant_id, payload)
    async with begin(database, tenant_id=tenant_id, actor=system(post.JOB), now=clock()) as tx:
        house = await profile(tx)
    await carrier.send(compose(order, house))


async def prune(*, database: Database, clock: Clock) -> None:
    """Deletes sessions, registrations and words of endings that nobody needs any more; once an hour."""
    now = clock()
    async with begin(database, tenant_id=PLATFORM, actor=PRUNING, now=now) as tx:
        await sessions.prune_endings(tx, now - ENDINGS_KEPT)
        every = await tenants(tx.conn)
    for tenant in every:
        async with begin(database, tenant_id=tenant.id, actor=PRUNING, now=now) as tx:
            await sessions.prune(tx, now - SESSIONS_KEPT)
            await registrations.prune(tx, now - REGISTRATIONS_KEPT)
