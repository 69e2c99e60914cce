"""The unit of work: committed before the answer, or no answer of success."""

from collections.abc import AsyncIterator

import pytest

from stakehouse.domains.tenancy import TenantProfile
from tests.databases import TestDatabase
from tests.houses import PASSWORD, House, sign_in, standing_house

# A constraint trigger that waits for COMMIT and then refuses: every statement succeeded before.
FAIL_AT_COMMIT = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'no commit today' USING ERRCODE = '{state}'; END $$;
CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse();
"""


@pytest.fixture
async def house(database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(database) as standing:
        yield standing


@pytest.fixture
async def tenant(house: House) -> TenantProfile:
    return await house.open_tenant()


@pytest.mark.parametrize(("state", "status"), [("P0001", 500), ("40001", 503), ("53100", 503)])
async def test_a_failing_commit_is_never_answered_with_success(
    house: House, tenant: TenantProfile, state: str, status: int
) -> None:
    await house.add_member(tenant, "ann@example.com", "ann")
    await house.change(FAIL_AT_COMMIT.format(table="sessions", state=state))

    answer = await house.client(tenant).post(
        "/api/player/v1/auth/login", json={"email": "ann@example.com", "password": PASSWORD}
    )

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "set-cookie" not in answer.headers
    assert "no commit today" not in answer.text
    assert await house.rows("SELECT 1 FROM sessions") == []
    assert await house.rows("SELECT 1 FROM outbox WHERE name = 'member.signed_in'") == []


async def test_an_outbox_that_cannot_be_written_undoes_the_act(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "bob@example.com", "bob")
    await house.change("ALTER TABLE outbox ADD CONSTRAINT none CHECK (name <> 'member.signed_in') NOT VALID")

    answer = await house.client(tenant).post(
        "/api/player/v1/auth/login", json={"email": "bob@example.com", "password": PASSWORD}
    )

    assert answer.status_code == 500
    assert await house.rows("SELECT 1 FROM sessions") == []


async def test_what_went_well_lies_in_the_database_when_the_answer_comes(
    house: House, tenant: TenantProfile
) -> None:
    await house.add_member(tenant, "eve@example.com", "eve")

    await sign_in(house.client(tenant), "player", "eve@example.com")

    assert len(await house.rows("SELECT 1 FROM sessions")) == 1
