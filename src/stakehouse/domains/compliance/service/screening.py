"""Use cases of screening: one member now, all members when a list changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.rules import screening as rules
from stakehouse.domains.compliance.rules.cases import AmlSettings, CaseId, CaseKind, Opening
from stakehouse.domains.compliance.rules.names.matching import compare
from stakehouse.domains.compliance.rules.screening import ActiveList, Hit, Subject
from stakehouse.domains.compliance.service.cases import raise_case
from stakehouse.domains.compliance.store import screening as store
from stakehouse.domains.compliance.store import watchlists
from stakehouse.domains.compliance.store.screening import Run, Screening
from stakehouse.domains.identity import Member
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

BATCH = 50
RUNS_SHOWN = 5
SOURCE = "watchlist"


@dataclass(frozen=True, slots=True)
class Screened:
    """What a screening found.

    Attributes:
        candidates: entries that were compared word by word.
        hits: those alike enough, known ones included.
        case_id: of the case that was opened or added to, if there was anything new.
    """

    candidates: int
    hits: tuple[Hit, ...]
    case_id: CaseId | None = None


def subject_of(person: Member) -> Subject:
    """A member as lists are searched for them."""
    return Subject(person.member_id, person.full_name, person.birth_date, person.country)


async def screen_member(tx: Tx, member_id: MemberId, cause: str) -> Screened:
    """Screens one member against all lists in force.

    Raises:
        MemberNotFound: no such member here.
    """
    return await _screen(tx, await identity.member(tx, member_id), cause, await active_lists(tx))


async def screen_for_staff(tx: Tx, member_id: MemberId) -> Screened:
    """Screens one member because somebody of the staff wants to know, which is on record.

    Raises:
        MemberNotFound: no such member here.
    """
    found = await screen_member(tx, member_id, "staff")
    after = {"hits": len(found.hits), "case_id": found.case_id}
    tx.record(AuditEntry("member.screened", "member", member_id, "", after=after))
    return found


async def active_lists(tx: Tx) -> list[ActiveList]:
    """The lists in force for the tenant: its own and the platform's."""
    found: list[ActiveList] = []
    for owner in watchlists.owners(tx):
        async with watchlists.seeing(tx, owner):
            found += await watchlists.active_lists(tx, owner)
    return found


async def _screen(tx: Tx, person: Member, cause: str, lists: Sequence[ActiveList]) -> Screened:
    subject = subject_of(person)
    settings = await tenancy.setting(tx, AmlSettings)
    found = await search(tx, subject, lists, settings) if subject.name else Screened(0, ())
    judged = await store.judged(tx, person.member_id) if found.hits else set()
    fresh = [
        hit
        for hit in found.hits
        if (hit.source.list_id, hit.entry.ref, subject.digest, hit.entry.digest) not in judged
    ]

    await store.save_screening(
        tx,
        person.member_id,
        cause=cause,
        subject_digest=subject.digest,
        versions=[each.version_id for each in lists],
        candidates=found.candidates,
        hits=len(fresh),
    )
    if not fresh:
        return found
    case_id = await raise_case(
        tx,
        Opening(
            CaseKind.SCREENING,
            SOURCE,
            person.member_id,
            rules.severity_of(fresh),
            rules.blocks(fresh, settings),
            rules.summary_of(subject, fresh),
            tuple(rules.evidence_of(subject, hit) for hit in fresh),
        ),
    )
    return replace(found, case_id=case_id)


async def search(tx: Tx, subject: Subject, lists: Sequence[ActiveList], settings: AmlSettings) -> Screened:
    """Who on the lists could be the subject, the likeliest first; writes nothing."""
    wanted = rules.keys_of(subject)
    person = subject.as_person()
    candidates = 0
    hits: list[Hit] = []
    for each in lists if wanted else ():
        async with watchlists.seeing(tx, each.owner):
            filed = await watchlists.filed_under(tx, each.owner, each.version_id, wanted)
            numbers = rules.ranked(filed)
            found = await watchlists.entries(tx, each.owner, each.version_id, numbers) if numbers else []
        candidates += len(found)
        compared = (
            Hit(each, entry, compare(person, other))
            for entry in found
            if rules.could_be_hit(person, other := entry.as_person(), settings)
        )
        hits += [hit for hit in compared if rules.is_hit(hit.match, settings)]
    return Screened(candidates, tuple(sorted(hits, key=lambda hit: -hit.match.score)))


async def screening_of(tx: Tx, member_id: MemberId) -> Screening | None:
    """The latest screening of a member."""
    return await store.screening_of(tx, member_id)


async def start_run(tx: Tx, cause: str) -> Run:
    """Begins to screen all members."""
    return await store.start_run(tx, cause, await identity.count_members(tx))


async def go_on(tx: Tx, run_id: UUID) -> Run:
    """Screens the next members of a run; finished when there are no more."""
    run = await store.run(tx, run_id)
    assert run is not None, "runs are never deleted"
    if run.finished_at is not None:
        return run
    people = await identity.members_after(tx, run.after_member, BATCH)
    lists = await active_lists(tx)
    hits = 0
    for person in people:
        hits += (await _screen(tx, person, "list", lists)).case_id is not None

    after = replace(
        run,
        done=run.done + len(people),
        hits=run.hits + hits,
        after_member=people[-1].member_id if people else run.after_member,
        finished_at=tx.now if len(people) < BATCH else None,
    )
    after = replace(after, total=max(after.total, after.done))
    await store.save_run(tx, after)
    return after


async def runs(tx: Tx) -> list[Run]:
    """The latest screenings of all members."""
    return await store.runs(tx, RUNS_SHOWN)
