"""What reporting does from the queue: evidence packs."""

import tempfile
from collections.abc import AsyncIterator, Sequence
from typing import IO

from stakehouse.domains.reporting import store
from stakehouse.domains.reporting.service import evidence
from stakehouse.domains.reporting.service.evidence import BUILD, Building, object_key
from stakehouse.infra.archive import READ_BYTES, Contribution
from stakehouse.infra.jobs import Job, JobContext
from stakehouse.infra.objects import Objects

PACK_MAX = 8 * 1024**3
IN_MEMORY = 8 * 1024 * 1024
BUILD_TIMEOUT_S = 3_600.0


def evidence_job(objects: Objects, contributions: Sequence[Contribution]) -> Job:
    """The job that builds a pack and stores it; begun anew it builds it anew.

    Args:
        objects: where archives lie.
        contributions: what each domain knows.
    """

    async def build(job: JobContext) -> None:
        pack_id = job.arguments(Building).pack_id
        async with job.begin() as tx:
            asked = await evidence.one(tx, pack_id)
            if asked.status == "ready":
                return
            await store.change(tx, pack_id, status="building", done=0)

        async def progress(done: int) -> None:
            async with job.begin() as tx:
                await store.change(tx, pack_id, done=done)

        try:
            with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as target:
                built = await evidence.build(
                    job.begin,
                    contributions,
                    target,
                    asked.span,
                    reason=asked.reason,
                    asked_by=asked.asked_by,
                    progress=progress,
                )
                size = await objects.put(
                    job.tenant_id,
                    object_key(pack_id),
                    _pieces(target),
                    limit=PACK_MAX,
                    content_type="application/zip",
                )
        except Exception:
            if job.is_last:
                async with job.begin() as tx:
                    await store.change(tx, pack_id, status="failed")
            raise
        async with job.begin() as tx:
            await evidence.note_built(tx, pack_id, built, size)

    return Job(BUILD, build, retries=2, timeout_s=BUILD_TIMEOUT_S)


async def _pieces(source: IO[bytes]) -> AsyncIterator[bytes]:
    source.seek(0)
    while piece := source.read(READ_BYTES):
        yield piece
