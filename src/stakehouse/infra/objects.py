"""Objects: files of tenants, kept in a store that is ours or in a bucket elsewhere.

A store of ours (a folder, or memory in tests) holds nothing readable: every object is sealed with its
tenant's key, in frames that name object, place and end, so none can be swapped, moved or cut off.
Whoever holds a link may send or fetch one object until the link ends; the house itself serves the
links of its own store, a bucket those of its own. What a bucket holds, the bucket encrypts.

The calls into the store are the blocking ones, each in a thread: its asynchronous ones may abort the
process when they finish while the interpreter ends. No call runs inside a transaction.
"""

import asyncio
import hashlib
import hmac
import os
import re
import tempfile
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

import msgspec
import obstore
from obstore.store import LocalStore, MemoryStore, S3Store

from stakehouse.infra.crypto import SealBroken, Vault
from stakehouse.infra.tx import in_transaction
from stakehouse.kernel.errors import Kind, Refusal
from stakehouse.kernel.ids import TenantId

UPLOAD_FOR = timedelta(minutes=15)
DOWNLOAD_FOR = timedelta(minutes=5)

LINKS = "/objects"
"""Where the house serves the links of its own store."""

KEY_MAX = 500
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*(/[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*)*")

FRAME_BYTES = 256 * 1024
MAGIC = b"SHO1"
LABEL_BYTES = 16
_INDEX = slice(LABEL_BYTES, LABEL_BYTES + 4)
_HEAD_BYTES = LABEL_BYTES + 5
_SEAL_BYTES = 30
_FRAME_MORE = _HEAD_BYTES + _SEAL_BYTES
_NONCE_BYTES = 16
_PREFIX_BYTES = len(MAGIC) + _NONCE_BYTES
MEMORY_MAX = 1024 * 1024
PURPOSE = "objects"
LINK_PURPOSE = "objects.links"
SIGNATURE_BYTES = 32


class ObjectMissing(Refusal):
    """There is no object under this key."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class ObjectTooLarge(Refusal):
    """It is larger than this place takes."""

    kind: ClassVar[Kind] = Kind.INVALID


class LinkRefused(Refusal):
    """The link was not made by this house, or not for this."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class LinkExpired(Refusal):
    """The link has ended; whoever gave it can give another."""

    kind: ClassVar[Kind] = Kind.GONE


@dataclass(frozen=True, slots=True)
class SignedLink:
    """An address under which one act on one object is allowed for a while.

    Attributes:
        url: begins with a slash where the house itself serves it.
        method: ``PUT`` or ``GET``.
        expires_at: when it ends.
    """

    url: str
    method: str
    expires_at: datetime


class Grant(msgspec.Struct, frozen=True, array_like=True):
    """What a link of our own store allows.

    Attributes:
        method: the one act.
        tenant: whose object.
        key: which object.
        until: seconds since 1970.
        limit: the most bytes an upload may have.
        content_type: how a download is labelled.
        filename: under which name a download is saved.
    """

    method: str
    tenant: UUID
    key: str
    until: int
    limit: int = 0
    content_type: str = ""
    filename: str = ""

    @property
    def tenant_id(self) -> TenantId:
        """Whose object, in the house's word; the wire form knows plain ids."""
        return TenantId(self.tenant)


class Objects:
    """The objects of all tenants; a key never leads out of its tenant."""

    def __init__(self, store: LocalStore | MemoryStore | S3Store, vault: Vault) -> None:
        """Keeps both.

        Args:
            store: where the objects lie.
            vault: seals them where the store is ours, and signs the links.
        """
        self._store = store
        self._vault = vault
        self._bucket = store if isinstance(store, S3Store) else None

    @property
    def origin(self) -> str:
        """The origin that serves the links, for the pages' content policy; empty if it is the house."""
        if self._bucket is None:
            return ""
        link = obstore.sign(self._bucket, "GET", "origin", timedelta(seconds=1))
        parts = urlsplit(link)
        return f"{parts.scheme}://{parts.netloc}"

    async def put(
        self,
        tenant_id: TenantId,
        key: str,
        content: bytes | AsyncIterator[bytes],
        *,
        limit: int,
        content_type: str = "application/octet-stream",
    ) -> int:
        """Stores an object whole, in place of one that is there; answers its size.

        Args:
            tenant_id: whose it is.
            key: lower-case words, digits, ``-``, ``_`` and single dots between slashes.
            content: the bytes, or where they come from.
            limit: the most bytes.
            content_type: what a bucket labels it with.

        Raises:
            ObjectTooLarge: more bytes came; nothing was stored.
        """
        path = _path(tenant_id, key)
        with tempfile.SpooledTemporaryFile(max_size=MEMORY_MAX) as spool:
            if self._bucket is None:
                size = await self._seal_into(spool, tenant_id, path, _chunks(content), limit)
            else:
                size = await _copy_into(spool, _chunks(content), limit)
            spool.seek(0)
            await self._put(path, spool, content_type)
        return size

    async def _put(self, path: str, spool: IO[bytes], content_type: str) -> None:
        assert not in_transaction(), "a store is called after the commit"
        attributes: obstore.Attributes | None = None
        if self._bucket is not None:
            attributes = {
                "Content-Type": content_type,
                "Content-Disposition": "attachment",
                "Cache-Control": "private, no-store",
            }
        await asyncio.to_thread(obstore.put, self._store, path, spool, attributes=attributes)

    async def _seal_into(
        self, spool: IO[bytes], tenant_id: TenantId, path: str, chunks: AsyncIterator[bytes], limit: int
    ) -> int:
        nonce = os.urandom(_NONCE_BYTES)
        label = _label(path, nonce)
        spool.write(MAGIC + nonce)
        size, index, waiting = 0, 0, bytearray()
        async for chunk in chunks:
            size += len(chunk)
            _check_size(size, limit)
            waiting += chunk
            while len(waiting) > FRAME_BYTES:
                spool.write(self._frame(tenant_id, label, index, bytes(waiting[:FRAME_BYTES])))
                del waiting[:FRAME_BYTES]
                index += 1
        spool.write(self._frame(tenant_id, label, index, bytes(waiting), is_last=True))
        return size

    def _frame(
        self, tenant_id: TenantId, label: bytes, index: int, data: bytes, *, is_last: bool = False
    ) -> bytes:
        head = label + index.to_bytes(4, "big") + bytes((is_last,))
        return self._vault.seal(tenant_id, PURPOSE, head + data)

    async def stream(self, tenant_id: TenantId, key: str) -> AsyncIterator[bytes]:
        """The bytes of an object, a piece at a time; every piece was checked before it is given.

        Raises:
            ObjectMissing: there is none.
            SealBroken: what lies in our store is not what was stored.
        """
        path = _path(tenant_id, key)
        total = await self._stored_size(path)
        if self._bucket is not None:
            for start in range(0, total, FRAME_BYTES):
                yield await self._read(path, start, min(FRAME_BYTES, total - start))
            return
        prefix = await self._read(path, 0, _PREFIX_BYTES) if total > _PREFIX_BYTES else b""
        if not prefix.startswith(MAGIC):
            raise SealBroken("an object lies in the store that was not sealed")
        label, index, is_last = _label(path, prefix[len(MAGIC) :]), 0, False
        for start in range(_PREFIX_BYTES, total, FRAME_BYTES + _FRAME_MORE):
            sealed = await self._read(path, start, min(FRAME_BYTES + _FRAME_MORE, total - start))
            frame = self._vault.open(tenant_id, PURPOSE, sealed)
            if is_last or frame[:LABEL_BYTES] != label or frame[_INDEX] != index.to_bytes(4, "big"):
                raise SealBroken("a piece of an object lies in another's place")
            index, is_last = index + 1, bool(frame[_HEAD_BYTES - 1])
            yield frame[_HEAD_BYTES:]
        if not is_last:
            raise SealBroken("the end of an object is missing")

    async def get(self, tenant_id: TenantId, key: str, *, limit: int) -> bytes:
        """An object, whole.

        Raises:
            ObjectMissing: there is none.
            ObjectTooLarge: it has more bytes than the limit.
            SealBroken: what lies in our store is not what was stored.
        """
        content = bytearray()
        async for chunk in self.stream(tenant_id, key):
            content += chunk
            _check_size(len(content), limit)
        return bytes(content)

    async def size(self, tenant_id: TenantId, key: str) -> int | None:
        """How many bytes an object has; ``None`` if there is none."""
        try:
            total = await self._stored_size(_path(tenant_id, key))
        except ObjectMissing:
            return None
        return total if self._bucket is not None else _plain_size(total)

    async def delete(self, tenant_id: TenantId, key: str) -> None:
        """Deletes an object; there need be none."""
        assert not in_transaction(), "a store is called after the commit"
        try:
            await asyncio.to_thread(obstore.delete, self._store, _path(tenant_id, key))
        except FileNotFoundError:
            return

    async def upload_link(
        self, tenant_id: TenantId, key: str, *, limit: int, now: datetime, lifetime: timedelta = UPLOAD_FOR
    ) -> SignedLink:
        """A link under which anybody may ``PUT`` this object.

        A bucket does not hold an upload to the limit: whoever takes the object in reads it with
        :meth:`get`, which does.
        """
        path, until = _path(tenant_id, key), now + lifetime
        if self._bucket is not None:
            return SignedLink(obstore.sign(self._bucket, "PUT", path, lifetime), "PUT", until)
        return self._own_link(Grant("PUT", tenant_id, key, int(until.timestamp()), limit))

    async def download_link(
        self,
        tenant_id: TenantId,
        key: str,
        *,
        filename: str,
        content_type: str,
        now: datetime,
        lifetime: timedelta = DOWNLOAD_FOR,
    ) -> SignedLink:
        """A link under which anybody may ``GET`` this object, as a file to save.

        Args:
            tenant_id: whose it is.
            key: which.
            filename: under which name a browser saves it; a bucket leaves the name to the browser.
            content_type: what it is; never guessed from the content by whoever fetches it.
            now: the present moment.
            lifetime: how long the link lasts.
        """
        path, until = _path(tenant_id, key), now + lifetime
        if self._bucket is not None:
            return SignedLink(obstore.sign(self._bucket, "GET", path, lifetime), "GET", until)
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", filename).strip(".-")[:100] or "file"
        grant = Grant("GET", tenant_id, key, int(until.timestamp()), content_type=content_type, filename=name)
        return self._own_link(grant)

    def _own_link(self, grant: Grant) -> SignedLink:
        payload = msgspec.json.encode(grant)
        signature = self._vault.digest(LINK_PURPOSE, payload)
        return SignedLink(
            f"{LINKS}/{_text(payload)}?signature={_text(signature)}",
            grant.method,
            datetime.fromtimestamp(grant.until, tz=UTC),
        )

    def granted(self, payload: str, signature: str, *, method: str, now: datetime) -> Grant:
        """What a link of our own store allows.

        Args:
            payload: the last part of its path.
            signature: from its query.
            method: what is asked for; ``HEAD`` counts as ``GET``.
            now: the present moment.

        Raises:
            LinkRefused: it is no link of ours, or of another method.
            LinkExpired: it has ended.
        """
        try:
            content, given = _bytes(payload), _bytes(signature)
        except (NotBase64, ValueError):
            content = given = b""
        expected = self._vault.digest(LINK_PURPOSE, content)
        if len(given) != SIGNATURE_BYTES or not hmac.compare_digest(given, expected):
            raise LinkRefused("This link was not made by the house, or is incomplete.")
        grant = msgspec.json.decode(content, type=Grant)
        if grant.method != ("GET" if method == "HEAD" else method):
            raise LinkRefused(f"This link is for {grant.method} only.")
        if now.timestamp() >= grant.until:
            raise LinkExpired("This link has ended; ask for a new one where you got it.")
        return grant

    async def _stored_size(self, path: str) -> int:
        assert not in_transaction(), "a store is called after the commit"
        try:
            return (await asyncio.to_thread(obstore.head, self._store, path))["size"]
        except FileNotFoundError as error:
            raise ObjectMissing("There is no such file.") from error

    async def _read(self, path: str, start: int, length: int) -> bytes:
        assert not in_transaction(), "a store is called after the commit"
        try:
            found = await asyncio.to_thread(obstore.get_range, self._store, path, start=start, length=length)
        except FileNotFoundError as error:
            raise ObjectMissing("There is no such file.") from error
        return bytes(found)


def open_objects(url: str, vault: Vault) -> Objects:
    """The objects behind an address.

    Args:
        url: ``file:///folder``, ``memory:``, or
            ``s3://key:secret@bucket/prefix?region=eu-central-1&endpoint=https://host:9000``.
        vault: seals and signs.

    Raises:
        ValueError: none of these; the message does not show the address.
    """
    parts = urlsplit(url)
    match parts.scheme:
        case "file" if parts.path.startswith("/"):
            return Objects(LocalStore(Path(unquote(parts.path)), mkdir=True), vault)
        case "memory":
            return Objects(MemoryStore(), vault)
        case "s3" if parts.hostname:
            return Objects(_bucket(url), vault)
        case _:
            raise ValueError("an object store is file:///folder, memory: or s3://key:secret@bucket/prefix")


def _bucket(url: str) -> S3Store:
    parts = urlsplit(url)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if unknown := asked.keys() - {"region", "endpoint"}:
        message = f"an object store has no option {', '.join(sorted(unknown))}"
        raise ValueError(message)
    endpoint = asked.get("endpoint")
    return S3Store(
        parts.hostname or "",
        prefix=parts.path.strip("/") or None,
        config={
            "access_key_id": unquote(parts.username or ""),
            "secret_access_key": unquote(parts.password or ""),
            "region": asked.get("region", "us-east-1"),
            # Buckets of one's own rarely answer to names of their own.
            **({} if endpoint is None else {"endpoint": endpoint, "virtual_hosted_style_request": False}),
        },
        client_options={"allow_http": endpoint is not None and endpoint.startswith("http://")},
    )


def _path(tenant_id: TenantId, key: str) -> str:
    """Where an object lies; keys are made by our own code, so a bad one is a bug and crashes."""
    assert len(key) <= KEY_MAX and _KEY.fullmatch(key), "a key has lower-case words between slashes"  # noqa: PT018
    return f"{tenant_id}/{key}"


def _label(path: str, nonce: bytes) -> bytes:
    return hashlib.sha256(nonce + path.encode()).digest()[:LABEL_BYTES]


def _plain_size(total: int) -> int:
    frames = -(-(total - _PREFIX_BYTES) // (FRAME_BYTES + _FRAME_MORE))
    return total - _PREFIX_BYTES - frames * _FRAME_MORE


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise ObjectTooLarge(f"A file may have at most {limit // 1024} kB.", facts={"limit_bytes": limit})


async def _chunks(content: bytes | AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    async for chunk in content:
        yield chunk


async def _copy_into(spool: IO[bytes], chunks: AsyncIterator[bytes], limit: int) -> int:
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        _check_size(size, limit)
        spool.write(chunk)
    return size


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
