"""Proofs: checkpoints, seals, and a verification that names what was tampered with.

A row can be sealed once nobody can still commit an earlier one, which the prover believes after
five seconds; the fixture waits once for all tests of the file.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import asyncpg
import pytest

from stakehouse.domains import ledger
from stakehouse.domains.ledger import Code, Finding, House, HouseKind, Movement, Pool, Subject
from stakehouse.domains.ledger.rules import seals
from stakehouse.domains.ledger.store import proofs
from stakehouse.kernel.ids import MemberId, first_id_at, new_id
from tests.banks import Bank, main
from tests.houses import House as StandingHouse

REVENUE = House(HouseKind.GAMING_REVENUE, "EUR")
SETTLED_S = 5.3
ROUNDS = 7
TENANTS = 11


async def play(bank: Bank, member: MemberId) -> UUID:
    """One bet with its own operation; answers the operation."""
    async with bank.begin() as tx:
        posted = await ledger.post(
            tx,
            kind="bet",
            source=member,
            key=str(new_id()),
            subject=Subject("round", new_id()),
            member_id=member,
            movements=[Movement(Code.BET, main(member), REVENUE, 10)],
        )
    return posted.operation_id


@dataclass(slots=True)
class Sealed:
    """A tenant whose journals are sealed, twice."""

    bank: Bank
    operations: list[UUID]
    transfers: list[UUID]


@pytest.fixture(scope="module")
async def sealed_tenants(house: StandingHouse) -> list[Sealed]:
    """Several sealed tenants at the price of one wait; each test tampers with its own."""
    made = []
    for _ in range(TENANTS):
        bank = Bank(house, await house.open_tenant())
        ann = await bank.member(1_000)
        made.append((bank, ann, [await play(bank, ann) for _ in range(ROUNDS)]))
    await asyncio.sleep(SETTLED_S)
    for bank, ann, operations in made:
        assert await ledger.seal_all(bank.begin) > 2 * ROUNDS
        operations.append(await play(bank, ann))
    await asyncio.sleep(SETTLED_S)
    found = []
    for bank, _, operations in made:
        assert await ledger.seal_all(bank.begin) == 2
        rows = await house.rows(
            "SELECT transfer_id FROM transfers WHERE tenant_id = $1 ORDER BY transfer_id", bank.tenant.id
        )
        found.append(Sealed(bank, operations, [row["transfer_id"] for row in rows]))
    return found


@pytest.fixture
def sealed(sealed_tenants: list[Sealed]) -> Sealed:
    return sealed_tenants.pop()


@asynccontextmanager
async def behind_the_curtain(bank: Bank) -> AsyncIterator[asyncpg.Connection]:
    """The superuser, whom no policy, grant or trigger holds back."""
    connection = await asyncpg.connect(bank.house.test_database.admin_url)
    try:
        await connection.execute("SET session_replication_role = replica")
        yield connection
    finally:
        await connection.close()


def seal_findings(found: list[Finding]) -> list[Finding]:
    return [one for one in found if "seal" in one.check]


# -- checkpoints


async def test_a_checkpoint_and_what_came_since_make_the_balance(bank: Bank) -> None:
    ann = await bank.member(1_000)
    await play(bank, ann)
    async with bank.begin() as tx:
        moment = (await ledger.statement(tx, ann)).items[0].created_at
        await proofs.lock_proofs(tx)
        moved = await proofs.move_checkpoints(tx, new_id())
    assert moved >= 2
    assert moment is not None

    await play(bank, ann)
    await play(bank, ann)

    assert await bank.of_house(HouseKind.GAMING_REVENUE) == 30
    rows = await bank.house.rows(
        "SELECT c.balance FROM checkpoints c JOIN accounts a USING (tenant_id, account_id) "
        "WHERE c.tenant_id = $1 AND a.kind = 'gaming_revenue'",
        bank.tenant.id,
    )
    assert [row["balance"] for row in rows] == [10]
    assert await bank.findings() == []


async def test_checkpoints_never_move_back_and_count_nothing_twice(bank: Bank) -> None:
    ann = await bank.member(1_000)
    await play(bank, ann)
    before, after = new_id(), None
    await play(bank, ann)
    after = new_id()

    for up_to in (after, before, after):
        async with bank.begin() as tx:
            await proofs.move_checkpoints(tx, up_to)
        assert await bank.of_house(HouseKind.GAMING_REVENUE) == 20

    assert await bank.findings() == []


async def test_an_account_opened_later_gets_its_checkpoint(bank: Bank) -> None:
    ann = await bank.member(1_000)
    async with bank.begin() as tx:
        await proofs.move_checkpoints(tx, new_id())
    pool = Pool(new_id(), "EUR")
    async with bank.begin() as tx:
        await ledger.post(
            tx,
            kind="bet",
            source=ann,
            key="b-1",
            subject=Subject("round", new_id()),
            member_id=ann,
            movements=[
                Movement(Code.BET, main(ann), REVENUE, 100),
                Movement(Code.JACKPOT_CONTRIBUTION, REVENUE, pool, 3),
            ],
        )

    for _ in range(2):
        async with bank.begin() as tx:
            await proofs.move_checkpoints(tx, new_id())

    async with bank.begin() as tx:
        assert await ledger.pool_balance(await ledger.driver(tx), tx.tenant_id, pool) == 3
    assert await bank.of_house(HouseKind.GAMING_REVENUE) == 97
    assert await bank.findings() == []


async def test_nothing_younger_than_a_running_transaction_is_closed(bank: Bank) -> None:
    """The running one may still commit rows with ids from before."""
    async with bank.begin() as slow:
        await slow.conn.exec_driver_sql("SELECT 1")
        started = new_id()
        async with bank.begin() as tx:
            instant = await proofs.safe_instant(tx)

    assert first_id_at(instant) < started


@pytest.mark.requirement("21")
async def test_a_forged_balance_is_found(bank: Bank) -> None:
    ann = await bank.member(1_000)
    async with behind_the_curtain(bank) as owner:
        await owner.execute("UPDATE accounts SET balance = balance + 500 WHERE owner_id = $1", ann)

    found = await bank.findings()

    assert {one.check for one in found} == {"sum_is_not_zero", "balance_differs_from_transfers"}
    assert any("balance 1500, transfers 1000" in one.detail for one in found)


async def test_a_forged_checkpoint_is_found(bank: Bank) -> None:
    await play(bank, await bank.member(1_000))
    async with bank.begin() as tx:
        await proofs.move_checkpoints(tx, new_id())
    async with behind_the_curtain(bank) as owner:
        await owner.execute(
            "UPDATE checkpoints SET balance = balance + 1 WHERE tenant_id = $1 AND balance > 0",
            bank.tenant.id,
        )

    assert {one.check for one in await bank.findings()} == {"checkpoint_differs_from_transfers"}


async def test_a_key_that_lost_its_operation_is_found(bank: Bank) -> None:
    operation = await play(bank, await bank.member(1_000))
    async with behind_the_curtain(bank) as owner:
        await owner.execute("DELETE FROM operations WHERE operation_id = $1", operation)

    found = await bank.findings()

    assert {one.check for one in found} == {"transfer_without_operation", "key_without_operation"}
    assert str(operation) in {one.id for one in found}


# -- seals


async def test_what_was_sealed_and_left_alone_verifies(sealed: Sealed) -> None:
    assert await sealed.bank.findings() == []

    async with sealed.bank.begin() as tx:
        kept = await ledger.newest_seals(tx, 50)
    assert {(one.journal, one.seq) for one in kept} >= {
        ("transfers", 1),
        ("transfers", 2),
        ("operations", 1),
        ("operations", 2),
        ("audit_trail", 1),
    }


@pytest.mark.requirement("9", "21")
async def test_a_changed_transfer_is_named(sealed: Sealed) -> None:
    victim = sealed.transfers[3]
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute(
            "UPDATE transfers SET debit_balance = debit_balance + 1 WHERE transfer_id = $1", victim
        )

    found = await sealed.bank.findings()

    assert [one.check for one in found] == ["row_differs_from_seal"]
    assert found[0].id == "transfers seal 1"
    assert found[0].detail == f"row {victim} of transfers was changed"


@pytest.mark.requirement("9")
async def test_a_deleted_transfer_is_named(sealed: Sealed) -> None:
    victim = sealed.transfers[-1]
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute("DELETE FROM transfers WHERE transfer_id = $1", victim)

    found = seal_findings(await sealed.bank.findings())

    assert [one.id for one in found] == ["transfers seal 2"]
    assert found[0].detail == f"row {victim} of transfers is missing"


async def test_a_transfer_put_in_afterwards_is_named(sealed: Sealed) -> None:
    between = UUID(int=sealed.transfers[2].int + 1)
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute(
            "INSERT INTO transfers SELECT tenant_id, owner_id, $2, operation_id, code, debit_account, "
            "credit_account, amount, debit_balance, credit_balance FROM transfers WHERE transfer_id = $1",
            sealed.transfers[2],
            between,
        )

    found = seal_findings(await sealed.bank.findings())

    assert [one.detail for one in found] == [f"row {between} of transfers was put in after the seal"]


async def test_a_changed_answer_is_named(sealed: Sealed) -> None:
    victim = sealed.operations[0]
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute("UPDATE operations SET answer = 'forged' WHERE operation_id = $1", victim)

    found = await sealed.bank.findings()

    assert [one.detail for one in found] == [f"row {victim} of operations was changed"]


@pytest.mark.requirement("9")
@pytest.mark.parametrize(
    "change", ["reason = 'because'", "at = at + interval '1 hour'", "after = '{}'", "actor_name = 'nobody'"]
)
async def test_a_changed_audit_row_is_named(sealed: Sealed, change: str) -> None:
    rows = await sealed.bank.house.rows(
        "SELECT id FROM audit_trail WHERE tenant_id = $1 ORDER BY id", sealed.bank.tenant.id
    )
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute(f"UPDATE audit_trail SET {change} WHERE id = $1", rows[0]["id"])

    found = await sealed.bank.findings()

    assert [one.detail for one in found] == [f"row {rows[0]['id']} of audit_trail was changed"]


@pytest.mark.requirement("9")
async def test_a_seal_made_anew_after_tampering_does_not_chain(sealed: Sealed) -> None:
    """Who also forges the newest seal is betrayed by the seal somebody held outside."""
    tenant = sealed.bank.tenant.id
    rows = await sealed.bank.house.rows(
        "SELECT seal, root FROM seals WHERE tenant_id = $1 AND journal = 'transfers' ORDER BY seq", tenant
    )
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute(
            "UPDATE seals SET root = $2 WHERE tenant_id = $1 AND journal = 'transfers' AND seq = 1",
            tenant,
            seals.root_of([b"forged"]),
        )

    found = await sealed.bank.findings()

    assert [(one.check, one.id) for one in found] == [("seal_does_not_chain", "transfers seal 1")]
    assert len({row["seal"] for row in rows}) == 2


async def test_a_seal_that_was_taken_away_is_missed(sealed: Sealed) -> None:
    async with behind_the_curtain(sealed.bank) as owner:
        await owner.execute("DELETE FROM seals WHERE tenant_id = $1 AND seq = 1", sealed.bank.tenant.id)

    found = seal_findings(await sealed.bank.findings())

    assert {one.check for one in found} == {"seal_is_missing"}
    assert "transfers seal 2" in {one.id for one in found}


# -- the arithmetic


def test_the_tree_is_that_of_rfc_6962() -> None:
    """The roots of RFC 9162's test data over the first leaves: known answers from other programs."""
    leaves = [bytes.fromhex(text) for text in ("", "00", "10", "2021", "3031", "40414243")]

    assert (
        seals.root_of(leaves[:1]).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    assert (
        seals.root_of(leaves[:2]).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
    )
    assert (
        seals.root_of(leaves[:3]).hex() == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"
    )
    assert (
        seals.root_of(leaves[:4]).hex() == "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    )
    assert (
        seals.root_of(leaves[:5]).hex() == "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"
    )
    assert (
        seals.root_of(leaves[:6]).hex() == "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"
    )


def test_a_difference_is_named_to_the_row() -> None:
    rows = [(UUID(int=at), seals.root_of([bytes([at])])) for at in range(1, 6)]
    kept = b"".join(seals.entry(row, digest) for row, digest in rows)
    changed = [*rows[:2], (rows[2][0], seals.root_of([b"other"])), *rows[3:]]
    added = [*rows[:2], (UUID(int=2 << 64), rows[0][1]), *rows[2:]]

    assert seals.first_difference(kept, rows) is None
    assert seals.first_difference(kept, changed) == seals.Difference(rows[2][0], "was changed")
    assert seals.first_difference(kept, rows[:-1]) == seals.Difference(rows[4][0], "is missing")
    assert seals.first_difference(kept, rows[1:]) == seals.Difference(rows[0][0], "is missing")
    assert seals.first_difference(kept, sorted(added)) is not None
