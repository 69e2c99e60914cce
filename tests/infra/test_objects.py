"""Objects: what is stored comes back, to its tenant only; links end, and allow one act on one object."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakehouse.apps.faces.front import Front
from stakehouse.apps.faces.objects import objects_app
from stakehouse.infra.crypto import MasterKey, SealBroken, Vault
from stakehouse.infra.objects import (
    FRAME_BYTES,
    LINKS,
    LinkRefused,
    ObjectMissing,
    Objects,
    ObjectTooLarge,
    SignedLink,
    open_objects,
)
from stakehouse.infra.tx import holding
from stakehouse.kernel.ids import TenantId, new_id

VAULT = Vault([MasterKey(1, bytes(range(32)))])
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TENANT, OTHER = TenantId(new_id()), TenantId(new_id())
MB = 1024 * 1024
BUCKET = "s3://anna:s%2Fcret@bucket/house?region=eu-central-1&endpoint=http://127.0.0.1:9000"


@pytest.fixture(params=["memory", "file"])
def objects(request: pytest.FixtureRequest, tmp_path: Path) -> Objects:
    return open_objects("memory:" if request.param == "memory" else tmp_path.as_uri(), VAULT)


@pytest.fixture
def on_disk(tmp_path: Path) -> Objects:
    return open_objects(tmp_path.as_uri(), VAULT)


def file_of(folder: Path, key: str) -> Path:
    return folder / str(TENANT) / key


async def opens(objects: Objects, key: str) -> bool:
    try:
        await objects.get(TENANT, key, limit=4 * MB)
    except SealBroken:
        return False
    return True


async def pieces(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def test_what_is_put_comes_back(objects: Objects) -> None:
    assert await objects.put(TENANT, "kyc/a.jpg", pieces(b"one ", b"", b"two"), limit=MB) == 7

    assert await objects.get(TENANT, "kyc/a.jpg", limit=MB) == b"one two"
    assert await objects.size(TENANT, "kyc/a.jpg") == 7

    await objects.put(TENANT, "kyc/a.jpg", b"again", limit=MB)
    assert await objects.get(TENANT, "kyc/a.jpg", limit=MB) == b"again"

    await objects.delete(TENANT, "kyc/a.jpg")
    await objects.delete(TENANT, "kyc/a.jpg")
    assert await objects.size(TENANT, "kyc/a.jpg") is None
    with pytest.raises(ObjectMissing):
        await objects.get(TENANT, "kyc/a.jpg", limit=MB)


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(
        [0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 3 * FRAME_BYTES + 7]
    ),
    st.integers(1, 300_000),
)
async def test_any_size_comes_back_however_it_is_cut(size: int, step: int) -> None:
    objects, content = open_objects("memory:", VAULT), os.urandom(size)
    cut = [content[start : start + step] for start in range(0, size, step)]

    await objects.put(TENANT, "a", pieces(*cut), limit=size)

    assert await objects.size(TENANT, "a") == size
    assert await objects.get(TENANT, "a", limit=size) == content


async def test_too_much_is_refused_and_nothing_stored(objects: Objects) -> None:
    with pytest.raises(ObjectTooLarge):
        await objects.put(TENANT, "a", pieces(b"x" * 60, b"x" * 41), limit=100)
    assert await objects.size(TENANT, "a") is None

    await objects.put(TENANT, "a", b"x" * 100, limit=100)
    with pytest.raises(ObjectTooLarge):
        await objects.get(TENANT, "a", limit=99)


async def test_a_store_of_ours_holds_nothing_readable(on_disk: Objects, tmp_path: Path) -> None:
    await on_disk.put(TENANT, "kyc/passport", b"P<UTOERIKSSON<<ANNA<MARIA" * 20, limit=MB)

    assert b"ERIKSSON" not in file_of(tmp_path, "kyc/passport").read_bytes()


@pytest.mark.requirement("17")
async def test_what_was_swapped_moved_cut_or_planted_is_noticed(on_disk: Objects, tmp_path: Path) -> None:
    await on_disk.put(TENANT, "a", b"a" * FRAME_BYTES * 2 + b"end", limit=MB)
    await on_disk.put(TENANT, "b", b"b" * FRAME_BYTES * 2 + b"end", limit=MB)
    sound, other = file_of(tmp_path, "a").read_bytes(), file_of(tmp_path, "b").read_bytes()
    frame = (len(sound) - 20 - len(b"end") - 51) // 2
    start, first, second, last = (
        sound[:20],
        sound[20 : 20 + frame],
        sound[20 + frame : 20 + 2 * frame],
        sound[20 + 2 * frame :],
    )
    forged = {
        "moved": other,
        "swapped": start + second + first + last,
        "cut": start + first + second,
        "mixed": start + first + other[20 + frame :],
        "longer": sound + last,
        "planted": b"<svg onload=alert(1)>",
        "empty": b"",
    }
    for name, content in forged.items():
        file_of(tmp_path, "a").write_bytes(content)
        assert await opens(on_disk, "a") is False, name


async def test_another_tenant_has_another_store(objects: Objects) -> None:
    await objects.put(TENANT, "a", b"mine", limit=MB)

    assert await objects.size(OTHER, "a") is None


@pytest.mark.parametrize(
    "key",
    ["../a", "a/../b", "/a", "a//b", "a/", "", ".", "..", "A", "a b", "a%2fb", "a\\b", "a\0", "ä", "a/.b"],
)
async def test_a_key_never_leads_elsewhere(objects: Objects, key: str) -> None:
    with pytest.raises(AssertionError):
        await objects.put(TENANT, key, b"x", limit=MB)


async def test_no_store_is_called_inside_a_transaction(objects: Objects) -> None:
    async with holding():
        for call in (
            objects.put(TENANT, "a", b"x", limit=MB),
            objects.get(TENANT, "a", limit=MB),
            objects.delete(TENANT, "a"),
        ):
            with pytest.raises(AssertionError):
                await call


def test_an_address_that_makes_no_sense_is_refused_without_showing_it() -> None:
    for url in ("ftp://x:pw@y/z", "file://host", "s3:///", "s3://k:pw@b?acl=public", "nothing"):
        with pytest.raises(ValueError, match="object store") as told:
            open_objects(url, VAULT)
        assert url not in str(told.value)


async def test_a_bucket_signs_its_own_links() -> None:
    bucket = open_objects(BUCKET, VAULT)
    up = await bucket.upload_link(TENANT, "kyc/a.jpg", limit=MB, now=NOON, lifetime=timedelta(minutes=7))
    down = await bucket.download_link(
        TENANT, "kyc/a.jpg", filename="a.jpg", content_type="image/jpeg", now=NOON
    )

    for link, method in ((up, "PUT"), (down, "GET")):
        parts = urlsplit(link.url)
        assert (parts.netloc, parts.path) == ("127.0.0.1:9000", f"/bucket/house/{TENANT}/kyc/a.jpg")
        assert link.method == method
        assert "cret" not in link.url
    assert parse_qs(urlsplit(up.url).query)["X-Amz-Expires"] == ["420"]
    assert bucket.origin == "http://127.0.0.1:9000"
    assert open_objects("memory:", VAULT).origin == ""


class Door:
    """The front with the links of a store of ours, at a time that tests choose."""

    def __init__(self, objects: Objects, client: httpx.AsyncClient) -> None:
        self.objects = objects
        self.client = client
        self.now = NOON

    async def up(self, key: str = "kyc/a.jpg", *, limit: int = 100) -> SignedLink:
        return await self.objects.upload_link(TENANT, key, limit=limit, now=self.now)

    async def down(self, key: str = "kyc/a.jpg", *, filename: str = "passport.jpg") -> SignedLink:
        return await self.objects.download_link(
            TENANT, key, filename=filename, content_type="image/jpeg", now=self.now
        )


@asynccontextmanager
async def open_door(objects: Objects) -> AsyncIterator[Door]:
    async def ready() -> dict[str, bool]:
        return {}

    app = objects_app(objects, lambda: door.now)
    front = Front(fast={}, mounts={LINKS: app}, ready=ready, web=app)
    transport = httpx.ASGITransport(front, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        door = Door(objects, client)
        yield door


async def test_a_file_goes_up_and_comes_down_as_a_file_to_save(objects: Objects) -> None:
    async with open_door(objects) as door:
        sent = await door.client.put((await door.up()).url, content=b"picture")
        got = await door.client.get((await door.down()).url)
        head = await door.client.head((await door.down()).url)

    assert sent.status_code == 204
    assert (got.status_code, got.content) == (200, b"picture")
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", "7")
    assert got.headers["content-type"] == "image/jpeg"
    assert got.headers["content-disposition"] == 'attachment; filename="passport.jpg"'
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert got.headers["cache-control"] == "private, no-store"
    assert got.headers["cross-origin-resource-policy"] == "same-origin"


async def test_a_name_cannot_break_out_of_its_header(objects: Objects) -> None:
    await objects.put(TENANT, "a", b"x", limit=MB)
    async with open_door(objects) as door:
        link = await door.down("a", filename='../"x\r\nset-cookie: a=b\u202efdp.exe')
        answer = await door.client.get(link.url)

    assert answer.headers["content-disposition"] == 'attachment; filename="x-set-cookie-a-b-fdp.exe"'
    assert "set-cookie" not in answer.headers


async def test_a_link_ends(objects: Objects) -> None:
    async with open_door(objects) as door:
        up, down = await door.up(), await door.down()
        await door.client.put(up.url, content=b"x")
        door.now = down.expires_at
        got = await door.client.get(down.url)
        door.now = up.expires_at
        put = await door.client.put(up.url, content=b"other")

        assert (got.status_code, got.json()["code"]) == (410, "link_expired")
        assert (put.status_code, put.json()["code"]) == (410, "link_expired")
        assert await objects.get(TENANT, "kyc/a.jpg", limit=9) == b"x"


async def test_a_link_allows_one_act_on_one_object(objects: Objects) -> None:
    async with open_door(objects) as door:
        up, down = await door.up(), await door.down()
        await door.client.put(up.url, content=b"x")
        other = await door.down("kyc/b.jpg")
        payload, signature = urlsplit(down.url).path, urlsplit(other.url).query
        refused = [
            await door.client.get(up.url),
            await door.client.put(down.url, content=b"y"),
            await door.client.get(f"{payload}?{signature}"),
            await door.client.get(payload),
            await door.client.get(f"{payload}?signature="),
            await door.client.get(f"{payload}?signature=%C3%A4%00"),
            await door.client.get(f"{payload[:-2]}AA?{urlsplit(down.url).query}"),
            await door.client.get("/objects"),
            await door.client.get("/objects/../../etc/passwd?signature=x"),
        ]
        wrong = [await door.client.request(method, up.url) for method in ("DELETE", "POST", "OPTIONS")]
        missing = await door.client.get(other.url)

    assert [answer.status_code for answer in refused] == [403] * len(refused)
    assert {answer.json()["code"] for answer in refused} == {"link_refused"}
    assert [answer.status_code for answer in wrong] == [405, 405, 405]
    assert missing.status_code == 404


async def test_a_link_takes_no_more_than_it_says(objects: Objects) -> None:
    async with open_door(objects) as door:
        link = await door.up(limit=100)
        announced = await door.client.put(link.url, content=b"x" * 101)
        hidden = await door.client.put(link.url, content=pieces(b"x" * 60, b"x" * 60))
        exact = await door.client.put(link.url, content=pieces(b"x" * 60, b"x" * 40))

    assert [answer.status_code for answer in (announced, hidden, exact)] == [413, 413, 204]
    assert hidden.json()["code"] == "object_too_large"


async def test_a_file_that_was_tampered_with_is_not_served(on_disk: Objects, tmp_path: Path) -> None:
    async with open_door(on_disk) as door:
        await door.client.put((await door.up()).url, content=b"x")
        file_of(tmp_path, "kyc/a.jpg").write_bytes(b"planted and readable, longer than a prefix")
        answer = await door.client.get((await door.down()).url)

    assert answer.status_code == 500
    assert b"planted" not in answer.content


async def test_a_link_of_another_house_is_refused(objects: Objects) -> None:
    other = open_objects("memory:", Vault([MasterKey(1, bytes(32))]))
    parts = urlsplit((await other.upload_link(TENANT, "a", limit=1, now=NOON)).url)
    signature = parse_qs(parts.query)["signature"][0]

    with pytest.raises(LinkRefused):
        objects.granted(parts.path.rpartition("/")[2], signature, method="PUT", now=NOON)
