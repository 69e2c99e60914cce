"""What the house says of itself when all is over: its journal, and what it shows to its members."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import nats
from nats.errors import TimeoutError as NoMore

from stakehouse.apps.worker import HANDLERS
from stakehouse.infra.bus import Stream
from tests.faults.bettors import Bettor
from tests.faults.checker import Effect, Entry, Evidence, Payment, units_of
from tests.faults.history import Attempt, by_call
from tests.whole_house import WholeHouse

_JOURNAL = """
SELECT o.operation_id::text AS id, o.kind, o.member_id::text AS member, o.source::text AS source, o.key,
       o.subject_kind || ':' || o.subject_id AS subject, o.answer
FROM operations o WHERE o.tenant_id = $1 AND o.member_id = ANY($2::uuid[])
ORDER BY o.operation_id
"""
_EFFECTS = """
SELECT t.operation_id::text AS id, a.kind AS account, side.units, side.balance
FROM transfers t
CROSS JOIN LATERAL (VALUES (t.debit_account, -t.amount, t.debit_balance),
                           (t.credit_account, t.amount, t.credit_balance)) AS side (account, units, balance)
JOIN accounts a ON a.tenant_id = t.tenant_id AND a.account_id = side.account AND a.owner_kind = 'member'
WHERE t.tenant_id = $1 AND a.owner_id = ANY($2::uuid[])
ORDER BY t.transfer_id
"""
_BALANCES = """
SELECT owner_id::text AS member, kind, balance FROM accounts
WHERE tenant_id = $1 AND owner_id = ANY($2::uuid[]) AND currency = 'EUR'
"""


async def collect(house: WholeHouse, bettors: Mapping[str, Bettor]) -> Evidence:
    """The journal from the tables; rounds and payments as each member sees them over HTTP."""
    tenant_id, members = await house.tenant_id(), list(bettors)
    effects: dict[str, list[Effect]] = defaultdict(list)
    for row in await house.rows(_EFFECTS, tenant_id, members):
        effects[row["id"]].append(Effect(row["account"], row["units"], row["balance"]))
    journal = [
        Entry(
            row["id"],
            row["kind"],
            row["member"],
            row["source"],
            row["key"],
            row["subject"],
            bytes(row["answer"]).decode(),
            tuple(effects[row["id"]]),
        )
        for row in await house.rows(_JOURNAL, tenant_id, members)
    ]
    balances = {
        (row["member"], row["kind"]): row["balance"]
        for row in await house.rows(_BALANCES, tenant_id, members)
    }
    rounds: dict[str, Mapping[str, Any]] = {}
    payments: dict[str, Payment] = {}
    for member, bettor in bettors.items():
        rounds |= {played["id"]: played for played in await _all(bettor, "/rounds")}
        for direction in ("deposit", "withdrawal"):
            for paid in await _all(bettor, f"/{direction}s"):
                payments[paid["id"]] = Payment(member, direction, units_of(paid["amount"]), paid["status"])
    return Evidence(journal, balances, rounds, payments)


async def counting_faults(house: WholeHouse, attempts: list[Attempt]) -> list[str]:
    """Where the counters of limits and the jackpot's pool differ from what was answered."""
    wagered: dict[str, int] = defaultdict(int)
    won: dict[str, int] = defaultdict(int)
    for (member, _), tries in by_call(attempts).items():
        done = next((one for one in tries if one.is_done and one.call == tries[0].call), None)
        if done is None or not done.call.path.endswith(("/bets", "/steps")) or done.answer is None:
            continue
        played = Attempt(done.call._replace(body=done.answer), 0).call.content()["round"]
        if done.call.path.endswith("/bets"):
            wagered[member] += units_of(played["stake"])
        won[member] += units_of(played["payout"])
        won[member] += sum(units_of(win["amount"]) for win in played["jackpot_wins"])

    faults = []
    for row in await house.rows(
        "SELECT member_id::text AS member, total_wagered, total_won FROM limit_counters "
        "WHERE currency = 'EUR' AND member_id = ANY($1::uuid[])",
        list(wagered),
    ):
        member = row["member"]
        counted, answered = (row["total_wagered"], row["total_won"]), (wagered[member], won[member])
        if counted != answered:
            faults.append(f"{member}: counters say {counted}, the answers {answered}")
    for row in await house.rows(
        "SELECT e.member_id::text AS member, sum(t.amount)::bigint AS given, j.contribution_bp AS share "
        "FROM jackpot_entries e JOIN jackpots j USING (tenant_id, jackpot_id) "
        "LEFT JOIN transfers t ON t.tenant_id = e.tenant_id AND t.owner_id = e.member_id AND t.code = 40 "
        "WHERE e.member_id = ANY($1::uuid[]) GROUP BY 1, 3",
        list(wagered),
    ):
        due = wagered[row["member"]] * row["share"] // 10_000
        if (row["given"] or 0) != due:
            faults.append(f"{row['member']}: the pool got {row['given']}, its share is {due}")
    return faults


async def eventing_faults(house: WholeHouse) -> list[str]:
    """Facts that did not reach the bus, and facts that were heard not at all or not for good."""
    outbox = await house.rows("SELECT id::text AS id, domain, name FROM outbox")
    on_bus = await _ids_on_bus(house)
    faults = [f"{row['id']} {row['name']} is not on the bus" for row in outbox if row["id"] not in on_bus]
    inbox = await house.rows("SELECT consumer, event_id::text AS id FROM inbox")
    for handler in HANDLERS:
        wanted = {(fact.domain, fact.name) for fact in handler.facts}
        due = {row["id"] for row in outbox if (row["domain"], row["name"]) in wanted}
        heard = {row["id"] for row in inbox if row["consumer"] == handler.consumer}
        if due != heard:
            faults.append(f"{handler.consumer}: {len(due - heard)} not heard, {len(heard - due)} not told")
    buried = await house.rows("SELECT consumer, error FROM dead_letters")
    return faults + [f"dead letter of {row['consumer']}: {row['error']}" for row in buried]


async def unheard(house: WholeHouse) -> bool:
    """Whether facts wait that a consumer of the house must hear."""
    for handler in HANDLERS:
        names = [f"{fact.domain}/{fact.name}" for fact in handler.facts]
        if await house.rows(
            "SELECT 1 FROM outbox o WHERE o.domain || '/' || o.name = ANY($1::text[]) AND NOT EXISTS ("
            "SELECT FROM inbox i WHERE i.tenant_id = o.tenant_id AND i.event_id = o.id AND i.consumer = $2) "
            "LIMIT 1",
            names,
            handler.consumer,
        ):
            return True
    return False


async def outbox_is_drained(house: WholeHouse) -> bool:
    """Whether the relay has passed the last row."""
    [row] = await house.rows(
        "SELECT coalesce((SELECT max(seq) FROM outbox), 0) <= (SELECT min(seq) FROM relay_positions) AS ok"
    )
    return bool(row["ok"])


async def _ids_on_bus(house: WholeHouse) -> set[str]:
    client = await nats.connect(house.nats_url)
    try:
        stream = Stream()
        jetstream = client.jetstream()
        subscription = await jetstream.pull_subscribe(f"{stream.root}.>", stream=stream.name)
        ids: set[str] = set()
        while True:
            try:
                messages = await subscription.fetch(500, timeout=2)
            except (NoMore, TimeoutError):
                return ids
            ids |= {str((message.headers or {}).get("Nats-Msg-Id")) for message in messages}
            for message in messages:
                await message.ack()
    finally:
        await client.close()


async def _all(bettor: Bettor, path: str) -> list[Any]:
    items: list[Any] = []
    cursor = ""
    while True:
        page = await bettor.look(f"{path}?limit=200{cursor}")
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = f"&cursor={page['next']}"
