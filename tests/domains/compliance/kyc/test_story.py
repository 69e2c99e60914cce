"""From upload to verified over HTTP, and everything that must not happen on the way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from stakehouse.domains.compliance.jobs.kyc import END
from tests.databases import TestDatabase
from tests.domains.compliance.kyc.bench import BILL, PASSPORT, STATED, Bench
from tests.domains.compliance.kyc.files import EICAR, SVG, archive, pdf, picture
from tests.houses import House, standing_house

KYC = "/api/player/v1/kyc"
CASES = "/api/staff/v1/kyc/cases"


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def bench(house: House) -> Bench:
    return await Bench.open(house)


async def count(bench: Bench, table: str) -> int:
    rows = await bench.house.rows(f"SELECT count(*) FROM {table} WHERE tenant_id = $1", bench.tenant.id)
    return int(rows[0]["count"])


async def status_of_me(bench: Bench) -> str:
    return str((await bench.ann.get("/api/player/v1/me")).json()["kyc_status"])


@pytest.mark.requirement("11", "18")
async def test_from_upload_to_verified(bench: Bench) -> None:
    first = await bench.state()
    assert (first["status"], [each["code"] for each in first["requirements"]]) == (
        "not_started",
        ["identity", "address"],
    )
    missing = await bench.ann.post(f"{KYC}/submit", json=STATED)
    assert (missing.status_code, missing.json()["code"]) == (409, "documents_missing")
    assert missing.json()["missing"] == ["identity", "address"]

    await bench.show_all()
    await bench.submit()
    assert await status_of_me(bench) == "submitted"

    queue = (await bench.officer.get(CASES, params={"status": "submitted"})).json()["items"]
    case_id = queue[0]["id"]
    taken = await bench.officer.post(f"{CASES}/{case_id}/take")
    assert (taken.json()["status"], await status_of_me(bench)) == ("in_review", "in_review")
    late = await bench.ann.post(f"{KYC}/documents", json=BILL)
    assert (late.status_code, late.json()["code"]) == (409, "wrong_kyc_state")

    seen = (await bench.officer.get(f"{CASES}/{case_id}")).json()
    assert seen["person"] == STATED | {"birth_date": "1990-05-01", "country": "DE"}
    assert (seen["is_mine"], seen["would_be_valid_until"]) == (True, "2027-03-01")
    passport = next(each for each in seen["documents"] if each["requirement"] == "identity")
    assert passport["number"] == "AB 123456"
    link = (await bench.officer.get(f"{CASES}/{case_id}/documents/{passport['id']}/link")).json()
    shown = await bench.officer.get(link["url"])
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    assert shown.headers["content-disposition"] == 'attachment; filename="identity-1.jpg"'

    done = await bench.officer.post(f"{CASES}/{case_id}/approve", json={"text": "All well."})
    assert done.status_code == 200, done.text
    decided = done.json()
    assert (decided["status"], decided["method"], decided["valid_until"]) == (
        "verified",
        "review",
        "2027-03-01",
    )
    assert decided["decided_by"].startswith("staff.")
    assert await status_of_me(bench) == "verified"
    await bench.work()
    assert (await bench.house.mails_to(bench.email))[0].subject == "Your identity is verified at Lucky"

    steps = (await bench.officer.get(f"{CASES}/{case_id}")).json()["steps"]
    assert [each["status"] for each in steps] == ["verified", "in_review", "submitted"]
    told = await bench.house.rows(
        "SELECT name FROM outbox WHERE tenant_id = $1 AND name IN ('kyc.case_moved', 'member.kyc_changed') "
        "ORDER BY seq",
        bench.tenant.id,
    )
    assert len(told) == 6
    acts = await bench.house.rows(
        "SELECT action FROM audit_trail WHERE tenant_id = $1 AND action LIKE 'kyc.%' ORDER BY id",
        bench.tenant.id,
    )
    assert [row["action"] for row in acts] == [
        "kyc.in_review",
        "kyc.case_viewed",
        "kyc.document_viewed",
        "kyc.verified",
        "kyc.case_viewed",
    ]


@pytest.mark.requirement("17")
async def test_what_is_personal_is_sealed(bench: Bench) -> None:
    await bench.show_all()
    await bench.submit()

    rows = await bench.house.rows(
        "SELECT c.person, d.number, c::text || d::text AS shown FROM kyc_cases c "
        "JOIN kyc_documents d USING (tenant_id) WHERE c.tenant_id = $1 AND d.number IS NOT NULL",
        bench.tenant.id,
    )
    assert rows[0]["person"] is not None
    assert b"Eriksson" not in rows[0]["person"]
    assert b"123456" not in rows[0]["number"]
    assert "Eriksson" not in rows[0]["shown"]
    told = await bench.house.rows(
        "SELECT payload FROM outbox WHERE tenant_id = $1 AND domain = 'compliance'", bench.tenant.id
    )
    assert all(b"Eriksson" not in row["payload"] for row in told)


async def test_rejected_with_reasons_and_shown_again(bench: Bench) -> None:
    await bench.show_all()
    await bench.submit()
    bare = await bench.decide("reject", {"reasons": ["other"]})
    assert (bare.status_code, bare.json()["code"]) == (422, "reason_missing")
    done = await bench.decide("reject", {"reasons": ["unreadable", "cut_off"], "text": "The corner is cut."})
    assert done.status_code == 200, done.text

    mine = await bench.state()
    assert (mine["status"], mine["reasons"], mine["text"]) == (
        "rejected",
        ["unreadable", "cut_off"],
        "The corner is cut.",
    )
    await bench.send(PASSPORT, picture(size=(800, 500)))
    await bench.submit()
    again = await bench.state()
    assert (again["status"], again["reasons"], again["requirements"][0]["document"]["version"]) == (
        "submitted",
        [],
        2,
    )
    versions = [
        (each["version"], each["status"])
        for each in (await bench.officer.get(f"{CASES}/{await bench.case_id()}")).json()["documents"]
        if each["requirement"] == "identity"
    ]
    assert versions == [(2, "taken"), (1, "replaced")]
    old = await bench.officer.get(f"{CASES}/{await bench.case_id()}")
    first = next(each for each in old.json()["documents"] if each["status"] == "replaced")
    link = await bench.officer.get(f"{CASES}/{await bench.case_id()}/documents/{first['id']}/link")
    assert (await bench.officer.get(link.json()["url"])).status_code == 200


@pytest.mark.parametrize(
    ("about", "content", "code"),
    [
        (PASSPORT, SVG, "file_refused"),
        (PASSPORT, b"", "file_refused"),
        (PASSPORT, pdf(), "file_refused"),
        (PASSPORT, picture() + archive(), "file_refused"),
        (PASSPORT, EICAR, "file_infected"),
        (BILL, pdf(tail=EICAR), "file_infected"),
    ],
)
async def test_a_bad_file_is_refused_and_gone(
    bench: Bench, about: dict[str, Any], content: bytes, code: str
) -> None:
    refused = await bench.send(about, content)
    assert (refused.status_code, refused.json()["code"]) == (422, code)

    rows = await bench.house.rows(
        "SELECT id, status FROM kyc_documents WHERE tenant_id = $1", bench.tenant.id
    )
    assert rows[0]["status"] == "refused"
    objects = bench.house.api.edge.objects
    assert await objects.size(bench.tenant.id, f"kyc/incoming/{rows[0]['id']}") is None
    again = await bench.ann.post(f"{KYC}/documents/{rows[0]['id']}/complete")
    assert again.status_code == 422
    link = await bench.ann.get(f"{KYC}/documents/{rows[0]['id']}/link")
    assert link.status_code == 404
    assert (await bench.state())["requirements"][0]["document"] is None


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"file_name": "passport.svg"}, 422, "file_refused"),
        ({"file_name": "../../../etc/passwd"}, 422, "file_refused"),
        ({"requirement": "licence"}, 422, "unknown_requirement"),
        ({"kind": "utility_bill"}, 422, "unknown_requirement"),
        ({"number": " "}, 422, "document_detail_missing"),
        ({"expires_on": None}, 422, "document_detail_missing"),
        ({"expires_on": "2026-11-19"}, 422, "document_date_passed"),
        ({"size": 5}, 422, "invalid_request"),
    ],
)
async def test_what_is_announced_must_make_sense(
    bench: Bench, change: dict[str, Any], status: int, code: str
) -> None:
    answer = await bench.ann.post(f"{KYC}/documents", json=PASSPORT | change)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await count(bench, "kyc_documents") == 0


async def test_too_large_a_file_does_not_even_arrive(bench: Bench) -> None:
    announced = (await bench.ann.post(f"{KYC}/documents", json=PASSPORT)).json()
    big = await bench.ann.put(announced["upload"]["url"], content=b"x" * (15 * 1024 * 1024 + 1))
    nothing = await bench.ann.post(f"{KYC}/documents/{announced['document']['id']}/complete")

    assert big.status_code == 413
    assert (nothing.status_code, nothing.json()["code"]) == (409, "upload_missing")


async def test_a_link_that_is_still_open_changes_nothing_that_was_looked_at(bench: Bench) -> None:
    announced = (await bench.ann.post(f"{KYC}/documents", json=PASSPORT)).json()
    url, document = announced["upload"]["url"], announced["document"]["id"]
    await bench.ann.put(url, content=picture())
    done = await bench.ann.post(f"{KYC}/documents/{document}/complete")
    await bench.ann.put(url, content=SVG)
    again = await bench.ann.post(f"{KYC}/documents/{document}/complete")
    link = (await bench.ann.get(f"{KYC}/documents/{document}/link")).json()

    assert done.json()["status"] == again.json()["status"] == "taken"
    assert (await bench.ann.get(link["url"])).content.startswith(b"\xff\xd8\xff")
    await bench.work()
    assert await bench.house.api.edge.objects.size(bench.tenant.id, f"kyc/incoming/{document}") is None


async def test_twenty_completions_at_once_count_once(bench: Bench) -> None:
    announced = [(await bench.ann.post(f"{KYC}/documents", json=PASSPORT)).json() for _ in range(3)]
    for each in announced:
        await bench.ann.put(each["upload"]["url"], content=picture())
    answers = await asyncio.gather(
        *(
            bench.ann.post(f"{KYC}/documents/{each['document']['id']}/complete")
            for each in announced
            for _ in range(6)
        )
    )

    assert {answer.status_code for answer in answers} <= {200, 409}
    rows = await bench.house.rows(
        "SELECT status, count(*) FROM kyc_documents WHERE tenant_id = $1 GROUP BY status", bench.tenant.id
    )
    assert {row["status"]: row["count"] for row in rows} == {"taken": 1, "replaced": 2}


async def test_two_submissions_at_once_are_one(bench: Bench) -> None:
    await bench.show_all()
    answers = await asyncio.gather(*(bench.ann.post(f"{KYC}/submit", json=STATED) for _ in range(8)))

    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    assert await count(bench, "kyc_steps") == 1


async def test_another_member_and_another_house_see_nothing(bench: Bench) -> None:
    await bench.show_all()
    document = (await bench.state())["requirements"][0]["document"]["id"]
    case_id = await bench.case_id()
    bob, _ = await bench.member(bench.house, bench.tenant)
    elsewhere = await Bench.open(bench.house)

    for client in (bob, elsewhere.ann):
        for method, path in (("GET", "link"), ("POST", "complete")):
            answer = await client.request(method, f"{KYC}/documents/{document}/{path}")
            assert answer.status_code == 404
    for path in ("", "/take", "/approve", f"/documents/{document}/link"):
        method = "GET" if path in {"", f"/documents/{document}/link"} else "POST"
        answer = await elsewhere.officer.request(
            method, f"{CASES}/{case_id}{path}", json={} if "approve" in path else None
        )
        assert answer.status_code == 404, path
    other = await bench.officer.get(f"{CASES}/{document}/documents/{document}/link")
    assert other.status_code == 404


async def test_only_reviewers_see_documents_and_decide(bench: Bench) -> None:
    await bench.show_all()
    await bench.submit()
    case_id = await bench.case_id()
    for role in ("support", "finance", "admin", "analyst"):
        client = await bench.house.staff(bench.tenant, role)
        for method, path in (("GET", ""), ("POST", "/take"), ("POST", "/approve"), ("POST", "/reject")):
            answer = await client.request(method, f"{CASES}/{case_id}{path}", json={})
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (role, path)
    assert (await bench.ann.get(CASES)).status_code == 401
    assert await status_of_me(bench) == "submitted"


async def test_one_reviewer_at_a_time_and_never_oneself(bench: Bench) -> None:
    await bench.show_all()
    await bench.submit()
    second = await bench.house.staff(bench.tenant, "compliance")
    takes = await asyncio.gather(bench.decide("take"), bench.decide("take", who=second))
    assert sorted(answer.status_code for answer in takes) == [200, 409]
    holder, other = (bench.officer, second) if takes[0].status_code == 200 else (second, bench.officer)

    taken = await bench.decide("approve", {}, who=other)
    assert (taken.status_code, taken.json()["code"]) == (409, "taken_by_another")
    assert (await bench.decide("release", who=holder)).json()["status"] == "submitted"
    assert (await bench.decide("approve", {}, who=other)).status_code == 200

    await bench.house.add_staff(bench.tenant, bench.email, "compliance")
    me = bench.house.client(bench.tenant)
    login = await me.post(
        "/api/staff/v1/auth/login", json={"email": bench.email, "password": "a long and quiet evening"}
    )
    me.headers["authorization"] = f"Bearer {login.json()['access_token']}"
    own = await bench.decide("reject", {"reasons": ["unreadable"]}, who=me)
    assert (own.status_code, own.json()["code"]) == (403, "own_case")


@pytest.mark.requirement("12")
async def test_a_second_account_of_the_same_person_is_shown_to_the_reviewer(bench: Bench) -> None:
    bob, _ = await bench.member(bench.house, bench.tenant)
    elsewhere = await Bench.open(bench.house)
    await elsewhere.show_all()
    await elsewhere.submit()
    for who, number in ((bench.ann, "AB 123456"), (bob, "ab-123456")):
        await bench.show_all(who=who, number=number)
        await bench.submit(who=who)

    seen = (await bench.officer.get(f"{CASES}/{await bench.case_id()}")).json()["duplicates"]

    assert [each["by"] for each in seen] == ["person", "document"]
    assert {each["case_id"] for each in seen} == {await bench.case_id(bob)}


async def test_a_decision_ends_with_the_document_and_is_reminded_of(bench: Bench) -> None:
    start = bench.house.clock.now
    await bench.verified()
    await bench.work()
    try:
        subjects = []
        for days in (60, 71, 80, 95, 101, 102):
            bench.house.clock.now = start + timedelta(days=days)
            await bench.run(END)
            await bench.run(END)
            await bench.work()
            subjects.append([mail.subject for mail in await bench.house.mails_to(bench.email)])
        state = await bench.house.rows("SELECT kyc_status FROM members WHERE tenant_id = $1", bench.tenant.id)
    finally:
        bench.house.clock.now = start

    counts = [len(each) for each in subjects]
    assert counts == [1, 2, 2, 3, 4, 5], subjects
    assert subjects[-1][0] == "Your identity check at Lucky has ended"
    assert state[0]["kyc_status"] == "expired"


async def test_verified_is_taken_back(bench: Bench) -> None:
    await bench.verified()
    done = await bench.decide("reject", {"reasons": ["suspected_forgery"]})

    assert (done.json()["status"], await status_of_me(bench)) == ("rejected", "rejected")


async def test_the_case_of_a_provider(bench: Bench) -> None:
    opened = await bench.officer.post(CASES, json={"subject": "provider", "name": "Northern Reels"})
    base = f"{CASES}/{opened.json()['id']}"
    for requirement, kind, more in (
        ("registration", "company_registration", {"number": "HRB 1"}),
        ("licence", "gaming_licence", {"number": "MGA 2", "expires_on": "2030-01-01"}),
        ("rng_certificate", "rng_certificate", {"expires_on": "2029-01-01"}),
    ):
        about = {"requirement": requirement, "kind": kind, "file_name": "a.pdf"} | more
        announced = (await bench.officer.post(f"{base}/documents", json=about)).json()
        await bench.officer.put(announced["upload"]["url"], content=pdf())
        done = await bench.officer.post(f"{base}/documents/{announced['document']['id']}/complete")
        assert done.status_code == 200, done.text
    submitted = await bench.officer.post(f"{base}/submit", json={"full_name": "Northern Reels Ltd"})
    approved = await bench.officer.post(f"{base}/approve", json={})
    player = await bench.officer.post(CASES, json={"subject": "player", "name": "Ann"})

    assert submitted.json()["status"] == "submitted"
    # A certificate of the generator is shown anew after two years, however long it is valid.
    assert (approved.json()["status"], approved.json()["valid_until"]) == ("verified", "2028-11-20")
    assert player.status_code == 409


async def test_enough_is_enough(bench: Bench) -> None:
    answers: list[httpx.Response] = [await bench.ann.post(f"{KYC}/documents", json=BILL) for _ in range(41)]

    assert [answer.status_code for answer in answers] == [201] * 40 + [429]
