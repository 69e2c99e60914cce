"""A person's password and address: forgotten, changed, locked, imported."""

import asyncio
from datetime import timedelta

import bcrypt
import httpx
import pytest

from stakehouse.domains import identity, tenancy
from stakehouse.domains.identity.jobs import JOBS, notice_job
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.mail import Mailbox
from stakehouse.kernel.ids import TenantId
from tests.houses import GENEROUS, PASSWORD, House, sign_in

FORGOT = "/api/player/v1/auth/password/forgot"
RESET = "/api/player/v1/auth/password/reset"
LOGIN = "/api/player/v1/auth/login"
REFRESH = "/api/player/v1/auth/refresh"
ME = "/api/player/v1/me"
NEXT = "another long and quiet evening"


async def reset(client: httpx.AsyncClient, email: str, code: str, password: str = NEXT) -> httpx.Response:
    return await client.post(RESET, json={"email": email, "code": code, "password": password})


async def login(client: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    return await client.post(LOGIN, json={"email": email, "password": password})


async def do_owed(house: House, name: str) -> int:
    """Does the jobs of a name that are owed; answers how many."""
    edge = house.api.edge
    known = {job.name: job for job in (*JOBS, notice_job(Mailbox(edge.database.pool, house.clock)))}
    owed = await house.rows("DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", name)
    for row in owed:
        job = JobContext(
            name=name,
            tenant_id=TenantId(row["tenant_id"]),
            payload=row["payload"],
            attempt=1,
            is_last=False,
            clock=house.clock,
            database=edge.database,
            job_id=row["id"],
        )
        await known[name].run(job)
    return len(owed)


async def test_a_forgotten_password_is_replaced_and_all_sessions_end(
    house: House, tenant: TenantProfile
) -> None:
    email = "forgot@example.com"
    await house.add_member(tenant, email, "forgot")
    elsewhere, client = house.client(tenant), house.client(tenant)
    await sign_in(elsewhere, "player", email)

    asked = await client.post(FORGOT, json={"email": " Forgot@Example.com"})
    done = await reset(client, email, await house.code_for(email))

    assert (asked.status_code, asked.json()) == (202, {"status": "code_sent"})
    assert done.status_code == 204
    assert "set-cookie" not in done.headers
    assert (await elsewhere.get(ME)).status_code == 401
    assert (await elsewhere.post(REFRESH)).status_code == 401
    assert (await login(client, email, PASSWORD)).status_code == 401
    assert (await login(client, email, NEXT)).status_code == 200
    assert (await house.mails_to(email))[0].subject == "Your password at Lucky was changed"


async def test_a_reset_code_works_once_and_not_after_ten_minutes_or_five_tries(
    house: House, tenant: TenantProfile
) -> None:
    email = "once@example.com"
    await house.add_member(tenant, email, "once")
    client = house.client(tenant)

    await client.post(FORGOT, json={"email": email})
    code = await house.code_for(email)
    answers = await asyncio.gather(*(reset(client, email, code) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [204, 422, 422, 422, 422]

    await client.post(FORGOT, json={"email": email})
    code = await house.code_for(email)
    wrong = "000000" if code != "000000" else "111111"
    assert {(await reset(client, email, wrong)).status_code for _ in range(5)} == {422}
    assert (await reset(client, email, code)).status_code == 422

    await client.post(FORGOT, json={"email": email})
    code = await house.code_for(email)
    house.clock.forward(timedelta(minutes=10))
    late = await reset(client, email, code)
    assert (late.status_code, late.json()["code"]) == (422, "invalid_code")


async def test_nobody_learns_whether_an_address_is_known(house: House, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    await house.add_member(tenant, "here@example.com", "here")
    await house.add_member(other, "there@example.com", "there")
    client = house.client(tenant)

    bodies = []
    for email in ("here@example.com", "there@example.com", "nowhere@example.com"):
        asked = await client.post(FORGOT, json={"email": email})
        tried = await reset(client, email, "000000")
        bodies.append((asked.status_code, asked.json(), tried.status_code, tried.json()["detail"]))
    assert bodies[0] == bodies[1] == bodies[2]

    unknown = (await house.mails_to("nowhere@example.com"))[0]
    known_elsewhere = (await house.mails_to("there@example.com"))[0]
    assert unknown.subject == known_elsewhere.subject == "There is no account with this address at Lucky"
    assert unknown.text == known_elsewhere.text


async def test_a_reset_ends_the_sessions_of_every_tenant(house: House, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    email = "both@example.com"
    await house.add_member(tenant, email, "both")
    await house.add_member(other, email, "both")
    there = house.client(other)
    await sign_in(there, "player", email)

    client = house.client(tenant)
    await client.post(FORGOT, json={"email": email})
    assert (await reset(client, email, await house.code_for(email))).status_code == 204

    assert await do_owed(house, "identity.end_sessions") == 1
    assert (await there.post(REFRESH)).status_code == 401


@pytest.mark.parametrize("password", ["short", "password123", "x" * 129])
async def test_a_new_password_obeys_the_rules(house: House, tenant: TenantProfile, password: str) -> None:
    client = house.client(tenant)

    assert (await reset(client, "rules@example.com", "123456", password)).status_code == 422


async def test_the_password_is_changed_by_who_knows_it(house: House, tenant: TenantProfile) -> None:
    email = "change@example.com"
    await house.add_member(tenant, email, "change")
    here, there = house.client(tenant), house.client(tenant)
    await sign_in(here, "player", email)
    await sign_in(there, "player", email)

    wrong = await here.put(f"{ME}/password", json={"password": "not it", "new_password": NEXT})
    right = await here.put(f"{ME}/password", json={"password": PASSWORD, "new_password": NEXT})

    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_password")
    assert right.status_code == 204
    assert (await here.get(ME)).status_code == 200
    assert (await there.get(ME)).status_code == 401
    assert (await login(there, email, NEXT)).status_code == 200


async def test_the_address_changes_when_the_new_one_is_confirmed(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "old@example.com", "mover")
    client = house.client(tenant)
    await sign_in(client, "player", "old@example.com")

    asked = await client.post(f"{ME}/email", json={"email": "New@example.com", "password": PASSWORD})
    assert asked.status_code == 202
    assert (await client.get(ME)).json()["email"] == "old@example.com"
    code = await house.code_for("new@example.com")
    confirmed = await client.post(f"{ME}/email/confirm", json={"code": code})

    assert (confirmed.status_code, confirmed.json()) == (200, {"email": "new@example.com"})
    assert (await house.mails_to("old@example.com"))[0].subject == "Your address at Lucky was changed"
    assert (await login(house.client(tenant), "new@example.com", PASSWORD)).status_code == 200
    assert (await login(house.client(tenant), "old@example.com", PASSWORD)).status_code == 401


async def test_an_address_of_somebody_else_is_asked_for_in_vain(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "taken@example.com", "taken")
    await house.add_member(tenant, "wants@example.com", "wants")
    client = house.client(tenant)
    await sign_in(client, "player", "wants@example.com")

    asked = await client.post(f"{ME}/email", json={"email": "taken@example.com", "password": PASSWORD})
    tried = await client.post(f"{ME}/email/confirm", json={"code": "000000"})

    assert asked.status_code == 202
    assert tried.status_code == 422
    assert (await house.mails_to("taken@example.com"))[0].subject == (
        "Somebody wanted to use your address at Lucky"
    )


@pytest.mark.requirement("14")
async def test_each_failure_beyond_the_third_doubles_the_lock_known_or_not(house: House) -> None:
    strict = GENEROUS.model_copy(update={"attempts_per_account": 3, "lock_minutes_max": 10})
    tenant = await house.open_tenant(limits=strict)
    await house.add_member(tenant, "lock@example.com", "lock")
    client = house.client(tenant)

    for email in ("lock@example.com", "nobody.lock@example.com"):
        waits = []
        for _ in range(3):
            assert (await login(client, email, "wrong password")).status_code == 401
        for _ in range(4):
            refused = await login(client, email, PASSWORD)
            assert refused.status_code == 429
            waits.append(int(refused.headers["retry-after"]))
            house.clock.forward(timedelta(seconds=waits[-1]))
            assert (await login(client, email, "wrong password")).status_code == 401
        assert waits == [180, 360, 600, 600]


@pytest.mark.requirement("14")
async def test_twenty_guesses_at_once_do_not_dodge_the_lock(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "crowd@example.com", "crowd")
    clients = [house.client(tenant) for _ in range(20)]

    answers = await asyncio.gather(
        *(
            login(client, "crowd@example.com", f"wrong password {number}")
            for number, client in enumerate(clients)
        )
    )

    assert sorted(answer.status_code for answer in answers) == [401] * 5 + [429] * 15


@pytest.mark.requirement("14")
async def test_a_code_by_mail_unlocks(house: House, tenant: TenantProfile) -> None:
    email = "unlock@example.com"
    await house.add_member(tenant, email, "unlock")
    client = house.client(tenant)
    for _ in range(5):
        await login(client, email, "wrong password")
    assert (await login(client, email, PASSWORD)).status_code == 429

    await client.post(FORGOT, json={"email": email})
    await reset(client, email, await house.code_for(email))

    assert (await login(client, email, NEXT)).status_code == 200


@pytest.mark.requirement("15")
async def test_a_session_that_gives_no_sign_of_life_for_half_an_hour_is_over(house: House) -> None:
    tenant = await house.open_tenant()
    async with house.begin(tenant) as tx:
        await tenancy.change_setting(
            tx, identity.SessionSettings(idle_minutes=30, full_days=2), after=0, reason="the law"
        )
    active, idle = await house.player(tenant), await house.player(tenant)

    for _ in range(3):
        house.clock.forward(timedelta(minutes=29))
        assert (await active.post(REFRESH)).status_code == 200
    assert (await idle.post(REFRESH)).status_code == 401

    answers = []
    for _ in range(100):
        house.clock.forward(timedelta(minutes=29))
        answers.append((await active.post(REFRESH)).status_code)
    assert answers[-1] == 401


@pytest.mark.parametrize("form", ["2a", "2b", "2y"])
async def test_an_imported_hash_is_verified_and_replaced(
    house: House, tenant: TenantProfile, form: str
) -> None:
    email, password = f"bcrypt{form}@example.com", "ä long pässword" * 6
    hashed = bcrypt.hashpw(password.encode()[:72], bcrypt.gensalt(4)).decode().replace("$2b$", f"${form}$")
    await house.add_member(tenant, email, f"bcrypt{form}")
    async with house.begin(tenant) as tx:
        user_id = await identity.user_of_email(tx, email)
        assert user_id is not None
        await identity.set_password_hash(tx, user_id, hashed)
    client = house.client(tenant)

    assert (await login(client, email, "wrong password")).status_code == 401
    assert (await login(client, email, password)).status_code == 200
    stored = (await house.rows("SELECT password_hash FROM users WHERE email = $1", email))[0][0]
    assert stored.startswith("$argon2id$")
    assert (await login(client, email, password)).status_code == 200


async def test_a_new_device_is_told_by_mail(house: House, tenant: TenantProfile) -> None:
    email = "device@example.com"
    await house.add_member(tenant, email, "device")

    for agent, address in (("phone", "203.0.113.5"), ("phone", "203.0.113.5"), ("laptop", "203.0.113.9")):
        await sign_in(house.client(tenant, agent=agent, address=address), "player", email)

    assert await do_owed(house, "identity.tell_new_device") == 1
    mail = (await house.mails_to(email))[0]
    assert mail.subject == "A new device signed in to Lucky"
    assert "laptop" in mail.text
    assert "203.0.113.9" in mail.text


@pytest.mark.requirement("13")
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", f"{ME}/password", {"password": PASSWORD, "new_password": NEXT}),
        ("POST", f"{ME}/email", {"email": "other@example.com", "password": PASSWORD}),
        ("DELETE", f"{ME}/telegram", None),
        ("POST", f"{ME}/closing", {"password": PASSWORD, "accept_losses": True}),
    ],
)
async def test_a_session_that_is_not_fresh_proves_itself_before_the_way_in_changes(
    house: House, tenant: TenantProfile, method: str, path: str, body: dict[str, object] | None
) -> None:
    client = await house.player(tenant)
    house.clock.forward(timedelta(minutes=11))

    answer = await client.request(method, path, json=body)

    assert (answer.status_code, answer.json()["code"]) == (403, "step_up_required")
    assert answer.json()["methods"] == ["email"]


async def test_staff_replace_a_forgotten_password_where_they_work(
    house: House, tenant: TenantProfile
) -> None:
    other = await house.open_tenant()
    await house.add_staff(tenant, "forgetful@example.com", "support")
    client = house.client(tenant)

    for place in (other, tenant):
        await house.client(place).post(
            "/api/staff/v1/auth/password/forgot", json={"email": "forgetful@example.com"}
        )
    subjects = [mail.subject for mail in await house.mails_to("forgetful@example.com")]
    code = await house.code_for("forgetful@example.com")
    body = {"email": "forgetful@example.com", "code": code, "password": NEXT}
    done = await client.post("/api/staff/v1/auth/password/reset", json=body)

    assert subjects[1] == "There is no account with this address at Lucky"
    assert done.status_code == 204
    await sign_in(client, "staff", "forgetful@example.com", NEXT)
    changed = await client.put("/api/staff/v1/me/password", json={"password": NEXT, "new_password": PASSWORD})
    assert changed.status_code == 204
