"""Second factors: set up, asked at sign-in, used once, lost."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains import identity, tenancy
from stakehouse.domains.identity import rules
from stakehouse.domains.identity.jobs import sms_job
from stakehouse.domains.identity.types import Holdings, Method
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.mail import Mailbox
from stakehouse.infra.sms import SmsMailbox
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId, new_id
from tests.houses import NOON, PASSWORD, House, sign_in

PLAYER = "/api/player/v1"
SECURITY = f"{PLAYER}/security"
LOGIN = f"{PLAYER}/auth/login"
FINISH = f"{PLAYER}/auth/second-factor"
SEND = f"{PLAYER}/auth/second-factor/send"


async def member(house: House, tenant: TenantProfile) -> tuple[httpx.AsyncClient, str]:
    """A signed-in member and their address."""
    email = f"ann.{new_id().hex[-12:]}@example.com"
    await house.add_member(tenant, email, f"ann_{new_id().hex[-8:]}")
    client = house.client(tenant)
    await sign_in(client, "player", email)
    return client, email


async def with_app(house: House, client: httpx.AsyncClient) -> tuple[pyotp.TOTP, list[str]]:
    """Sets an authenticator app up; the clock goes on, so that its next code is a fresh one."""
    key = (await client.post(f"{SECURITY}/totp")).json()
    app = pyotp.TOTP(key["secret"])
    added = await client.post(f"{SECURITY}/totp/confirm", json={"code": app.at(house.clock())})
    assert added.status_code == 200, added.text
    house.clock.forward(timedelta(seconds=30))
    codes: list[str] = added.json()["recovery_codes"]
    return app, codes


async def asked(house: House, tenant: TenantProfile, email: str) -> tuple[httpx.AsyncClient, dict[str, Any]]:
    """A new browser after the first step, and the challenge it was given."""
    client = house.client(tenant)
    answer = await client.post(LOGIN, json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200
    assert "access_token" not in answer.json()
    assert "set-cookie" not in answer.headers
    return client, answer.json()["second_factor"]


async def test_an_app_is_set_up_and_asked_for_at_the_next_sign_in(
    house: House, tenant: TenantProfile
) -> None:
    client, email = await member(house, tenant)
    key = (await client.post(f"{SECURITY}/totp")).json()
    app = pyotp.TOTP(key["secret"])
    assert key["uri"].startswith("otpauth://totp/Lucky:")
    assert key["qr_svg"].startswith("<svg")
    wrong = await client.post(f"{SECURITY}/totp/confirm", json={"code": "000000"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_code")
    added = await client.post(f"{SECURITY}/totp/confirm", json={"code": app.at(house.clock())})
    assert added.status_code == 200
    assert len(set(added.json()["recovery_codes"])) == 10
    found = (await client.get(SECURITY)).json()
    assert [factor["kind"] for factor in found["factors"]] == ["totp"]
    assert found["recovery_codes_left"] == 10
    assert (await house.mails_to(email))[0].subject == "A second factor was added at Lucky"

    fresh, challenge = await asked(house, tenant, email)
    assert challenge["methods"] == ["totp", "recovery_code"]
    reply = {"challenge": challenge["challenge"], "method": "totp"}
    spent = await fresh.post(FINISH, json={**reply, "code": app.at(house.clock())})
    assert spent.status_code == 422, "the code that set it up is spent"
    house.clock.forward(timedelta(seconds=30))
    done = await fresh.post(FINISH, json={**reply, "code": app.at(house.clock())})

    assert done.status_code == 200
    assert {"access_token", "token_type", "expires_in"} <= set(done.json())
    assert "stakehouse-" in done.headers["set-cookie"]
    fresh.headers["authorization"] = f"Bearer {done.json()['access_token']}"
    assert (await fresh.get(f"{PLAYER}/me")).json()["email"] == email


async def test_one_code_used_twenty_times_at_once_works_once(house: House, tenant: TenantProfile) -> None:
    async with house.begin(tenant) as tx:
        await identity_limits(tx)
    client, email = await member(house, tenant)
    app, _codes = await with_app(house, client)
    browsers = [await asked(house, tenant, email) for _ in range(20)]
    code = app.at(house.clock())

    answers = await asyncio.gather(
        *(
            browser.post(FINISH, json={"challenge": challenge["challenge"], "method": "totp", "code": code})
            for browser, challenge in browsers
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, *[422] * 19]


async def identity_limits(tx: Tx) -> None:
    generous = identity.SignInLimits(
        attempts_per_address=100_000,
        registrations_per_address=100_000,
        codes_per_account=10,
        factor_tries_per_account=100,
    )
    await tenancy.change_setting(tx, generous, after=1, reason="twenty at once")


async def test_one_recovery_code_used_ten_times_at_once_works_once(
    house: House, tenant: TenantProfile
) -> None:
    client, email = await member(house, tenant)
    _app, codes = await with_app(house, client)
    browsers = [await asked(house, tenant, email) for _ in range(10)]
    written = codes[0].upper().replace("-", " ")

    answers = await asyncio.gather(
        *(
            browser.post(
                FINISH,
                json={"challenge": challenge["challenge"], "method": "recovery_code", "code": written},
            )
            for browser, challenge in browsers
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, *[422] * 9]
    assert (await client.get(SECURITY)).json()["recovery_codes_left"] == 9
    assert (await house.mails_to(email))[0].subject == "A recovery code of yours was used at Lucky"


async def test_new_recovery_codes_void_the_old(house: House, tenant: TenantProfile) -> None:
    client, email = await member(house, tenant)
    _app, old = await with_app(house, client)
    new = (await client.post(f"{SECURITY}/recovery-codes")).json()["recovery_codes"]
    fresh, challenge = await asked(house, tenant, email)
    reply = {"challenge": challenge["challenge"], "method": "recovery_code"}

    assert (await fresh.post(FINISH, json={**reply, "code": old[1]})).status_code == 422
    assert (await fresh.post(FINISH, json={**reply, "code": new[1]})).status_code == 200


async def test_no_secret_lies_readable_in_the_database(house: House, tenant: TenantProfile) -> None:
    client, _email = await member(house, tenant)
    app, codes = await with_app(house, client)

    rows = await house.rows(
        "SELECT encode(secret, 'escape') AS kept FROM second_factors "
        "UNION ALL SELECT encode(digest, 'escape') FROM recovery_codes"
    )

    kept = " ".join(row["kept"] or "" for row in rows)
    assert app.secret not in kept
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


async def test_codes_by_mail_as_a_factor(house: House, tenant: TenantProfile) -> None:
    client, email = await member(house, tenant)
    assert (await client.post(f"{SECURITY}/email")).status_code == 200
    again = await client.post(f"{SECURITY}/email")
    assert (again.status_code, again.json()["code"]) == (409, "factor_exists")
    fresh, challenge = await asked(house, tenant, email)
    assert challenge["methods"] == ["email", "recovery_code"]
    body = {"challenge": challenge["challenge"], "method": "email"}
    await fresh.post(SEND, json=body)
    first = await house.code_for(email)
    house.clock.forward(timedelta(seconds=1))
    await fresh.post(SEND, json=body)
    second = await house.code_for(email)

    if first != second:
        assert (await fresh.post(FINISH, json={**body, "code": first})).status_code == 422
    assert (await fresh.post(FINISH, json={**body, "code": second})).status_code == 200


async def texts_to(house: House, number: str) -> list[str]:
    """Sends the text messages that are owed and reads those to a number."""
    edge = house.api.edge
    mailbox = Mailbox(edge.database.pool, house.clock)
    job = sms_job(edge.vault, SmsMailbox(mailbox))
    for owed in await house.rows(
        "DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", job.name
    ):
        await job.run(
            JobContext(
                name=job.name,
                tenant_id=TenantId(owed["tenant_id"]),
                payload=owed["payload"],
                attempt=1,
                is_last=False,
                clock=house.clock,
                database=edge.database,
                job_id=owed["id"],
            )
        )
    return [mail.text for mail in await mailbox.read(number)]


async def test_a_telephone_is_verified_and_gets_codes(house: House, tenant: TenantProfile) -> None:
    client, email = await member(house, tenant)
    number = f"+4915123{new_id().int % 10**6:06d}"
    for bad in ("12345", "+49 30 123456", "not a number"):
        refused = await client.post(f"{SECURITY}/sms", json={"phone": bad})
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid_phone"), bad
    begun = (await client.post(f"{SECURITY}/sms", json={"phone": number})).json()
    code = (await texts_to(house, number))[0][:6]
    reply = {"challenge": begun["challenge"], "code": "000000"}
    assert (await client.post(f"{SECURITY}/sms/confirm", json=reply)).status_code == 422
    added = await client.post(f"{SECURITY}/sms/confirm", json={**reply, "code": code})
    assert added.status_code == 200
    assert (await client.get(SECURITY)).json()["factors"][0]["hint"] == f"+49 … {number[-2:]}"

    fresh, challenge = await asked(house, tenant, email)
    body = {"challenge": challenge["challenge"], "method": "sms"}
    house.clock.forward(timedelta(seconds=1))
    sent = await fresh.post(SEND, json=body)
    assert sent.json() == {"sent_to": f"+49 … {number[-2:]}"}
    code = (await texts_to(house, number))[0][:6]

    assert (await fresh.post(FINISH, json={**body, "code": code})).status_code == 200


async def test_removing_the_last_factor_takes_the_recovery_codes_along(
    house: House, tenant: TenantProfile
) -> None:
    client, email = await member(house, tenant)
    await with_app(house, client)

    removed = await client.delete(f"{SECURITY}/factors/totp")

    assert removed.status_code == 204
    assert (await client.get(SECURITY)).json()["recovery_codes_left"] == 0
    assert (await client.delete(f"{SECURITY}/factors/totp")).status_code == 404
    assert "access_token" in (await client.post(LOGIN, json={"email": email, "password": PASSWORD})).json()


async def test_an_old_session_cannot_change_factors_without_step_up(
    house: House, tenant: TenantProfile
) -> None:
    client, _email = await member(house, tenant)
    app, _codes = await with_app(house, client)
    house.clock.forward(timedelta(minutes=10))

    refused = await client.delete(f"{SECURITY}/factors/totp")

    assert (refused.status_code, refused.json()["code"]) == (403, "step_up_required")
    assert refused.json()["methods"] == ["totp", "recovery_code"]
    assert (await client.get(SECURITY)).json()["factors"] != []
    question = (await client.post(f"{PLAYER}/auth/step-up")).json()
    answer = await client.post(
        f"{PLAYER}/auth/step-up/answer",
        json={"challenge": question["challenge"], "method": "totp", "code": app.at(house.clock())},
    )
    assert answer.status_code == 200
    assert (await client.delete(f"{SECURITY}/factors/totp")).status_code == 204


async def test_a_challenge_of_one_face_or_tenant_or_purpose_is_no_use_elsewhere(
    house: House, tenant: TenantProfile
) -> None:
    client, email = await member(house, tenant)
    app, _codes = await with_app(house, client)
    _fresh, challenge = await asked(house, tenant, email)
    reply = {"challenge": challenge["challenge"], "method": "totp", "code": app.at(house.clock())}
    elsewhere = house.client(await house.open_tenant())

    answers = [
        await elsewhere.post(FINISH, json=reply),
        await client.post("/api/staff/v1/auth/second-factor", json=reply),
        await client.post(f"{PLAYER}/auth/step-up/answer", json=reply),
    ]

    assert [answer.json()["code"] for answer in answers] == ["challenge_over"] * 3


async def test_a_known_person_who_registers_elsewhere_is_still_asked(
    house: House, tenant: TenantProfile
) -> None:
    client, email = await member(house, tenant)
    await with_app(house, client)
    other = await house.open_tenant()
    browser = house.client(other)
    await browser.post(
        f"{PLAYER}/auth/register",
        json={
            "email": email,
            "password": "another long password",
            "username": f"ann_{new_id().hex[-8:]}",
            "birth_date": "1990-05-01",
            "country": "DE",
            "accept_terms": True,
        },
    )

    confirmed = await browser.post(
        f"{PLAYER}/auth/confirm", json={"email": email, "code": await house.code_for(email)}
    )

    assert confirmed.status_code == 200
    assert confirmed.json()["second_factor"]["methods"] == ["totp", "recovery_code"]


async def test_too_many_answers_of_one_account_have_to_wait(house: House) -> None:
    tight = identity.SignInLimits(attempts_per_address=100_000, factor_tries_per_account=5)
    tenant = await house.open_tenant(limits=tight)
    client, email = await member(house, tenant)
    await with_app(house, client)
    statuses = []
    for _ in range(6):
        browser, challenge = await asked(house, tenant, email)
        reply = {"challenge": challenge["challenge"], "method": "totp", "code": "000000"}
        statuses.append((await browser.post(FINISH, json=reply)).status_code)

    assert statuses == [422] * 5 + [429]


SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@given(seconds=st.integers(0, 10**9), drift=st.integers(-120, 120))
def test_a_code_fits_its_own_step_and_its_neighbours_only(seconds: int, drift: int) -> None:
    now = NOON + timedelta(seconds=seconds)
    shown_at = now + timedelta(seconds=drift)
    step = int(shown_at.timestamp()) // 30

    fitting = rules.fitting_step(SECRET, pyotp.TOTP(SECRET).at(shown_at), now)

    near = abs(step - int(now.timestamp()) // 30) <= 1
    # Another step may by chance have the same six digits.
    assert fitting == step if near else fitting != step


# RFC 6238, appendix B, SHA-1: the last six of the eight digits.
@pytest.mark.parametrize(("at", "code"), [(59, "287082"), (1111111109, "081804"), (2000000000, "279037")])
def test_codes_are_those_of_the_standard(at: int, code: str) -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    now = NOON.fromtimestamp(at, NOON.tzinfo)

    assert rules.fitting_step(secret, code, now) == at // 30
    assert rules.fitting_step(secret, "é" * 6, now) is None


def holdings(**given: Any) -> Holdings:
    values: Mapping[str, Any] = {
        "email": "a@example.com",
        "locale": "en",
        "is_demo": False,
        "kinds": frozenset(),
        "passkeys_here": 0,
        "passkeys": 0,
        "recovery_codes": 0,
        **given,
    }
    return Holdings(**values)


@given(
    kinds=st.frozensets(st.sampled_from([Method.TOTP, Method.SMS, Method.EMAIL])),
    here=st.integers(0, 2),
    elsewhere=st.integers(0, 2),
    codes=st.integers(0, 10),
    is_demo=st.booleans(),
    is_embedded=st.booleans(),
)
def test_whoever_has_a_factor_is_asked_and_never_by_password(
    kinds: frozenset[Method], here: int, elsewhere: int, codes: int, *, is_demo: bool, is_embedded: bool
) -> None:
    held = holdings(
        kinds=kinds, passkeys_here=here, passkeys=here + elsewhere, recovery_codes=codes, is_demo=is_demo
    )

    second = rules.second_methods(held)
    step_up = rules.step_up_methods(held, is_embedded=is_embedded)

    has_factor = bool(kinds or here or elsewhere)
    assert bool(second) is has_factor
    assert step_up, "a person with an address can always prove it once more"
    assert Method.PASSWORD not in second
    assert (Method.PASSWORD in step_up) is (is_demo and is_embedded and not has_factor)
    assert (Method.PASSKEY in step_up) is (here > 0)
