"""Archives: many files in one, with a manifest that tells what each was when it was packed.

An archive is a ZIP file. ``manifest.json`` names every file with its size and SHA-256 and says what the
whole is; ``SHA256SUMS`` says the same in the words of ``sha256sum -c``, so that nobody needs our code to
check it. What goes in comes from *contributions*: each domain that knows something offers one, the wiring
in ``apps`` lists them, and the one who packs asks them in turn. Evidence packs, exports of a person's data
and files for dispute bodies are all made this way.
"""

import hashlib
import json
import zipfile
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO, Any
from uuid import UUID

import msgspec
from sqlalchemy import Executable, RowMapping, text

from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = "stakehouse-archive-1"
ROWS_A_FILE = 5_000
READ_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Span:
    """What an archive is about.

    Attributes:
        member_id: whose things; ``None`` for everybody's.
        since: from this moment on.
        until: before this moment.
    """

    member_id: UUID | None
    since: datetime
    until: datetime

    def values(self) -> dict[str, object]:
        """As values of a query: ``member_id``, ``since`` and ``until``."""
        return {"member_id": self.member_id, "since": self.since, "until": self.until}


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file on its way into an archive.

    Attributes:
        path: below the contribution's folder, with slashes.
        content: all of it.
        rows: how many lines of data it holds; ``None`` if it is no list.
    """

    path: str
    content: bytes
    rows: int | None = None


Gather = Callable[[Tx, Span], AsyncIterator[PackedFile]]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one domain puts into archives.

    Attributes:
        name: of its folder.
        title: what lies in it, for the person who opens the archive.
        gather: yields the files; reads in the transaction it is given and changes nothing.
    """

    name: str
    title: str
    gather: Gather


class ArchiveWriter:
    """Packs files into a ZIP file and closes it with the manifest."""

    def __init__(self, target: IO[bytes], *, made_at: datetime) -> None:
        """Begins an archive.

        Args:
            target: where it is written; must be seekable.
            made_at: stands in the manifest and on every file.
        """
        self._made_at = made_at
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self._files: list[dict[str, object]] = []

    @property
    def count(self) -> int:
        """How many files are in it so far."""
        return len(self._files)

    def add(self, path: str, content: bytes, *, rows: int | None = None) -> None:
        """Packs a file."""
        assert safe(path), f"{path} leads out of the archive"
        self._write(path, content)
        entry: dict[str, object] = {
            "path": path,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        self._files.append(entry if rows is None else entry | {"rows": rows})

    def finish(self, about: Mapping[str, object]) -> str:
        """Writes the manifest and closes the archive.

        Args:
            about: what the archive is; stands in the manifest as it is given.

        Returns:
            SHA-256 of the manifest, which stands for the whole.
        """
        files = sorted(self._files, key=lambda entry: str(entry["path"]))
        manifest = {"format": FORMAT, "made_at": wire(self._made_at), "about": about, "files": files}
        content = (json.dumps(manifest, indent=2, ensure_ascii=False, default=str) + "\n").encode()
        self._write(MANIFEST, content)
        digest = hashlib.sha256(content).hexdigest()
        sums = [f"{entry['sha256']}  {entry['path']}\n" for entry in files] + [f"{digest}  {MANIFEST}\n"]
        self._write(SUMS, "".join(sums).encode())
        self._zip.close()
        return digest

    def _write(self, path: str, content: bytes) -> None:
        moment = self._made_at
        stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
        entry = zipfile.ZipInfo(path, stamp)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self._zip.writestr(entry, content)


async def pack(archive: ArchiveWriter, contribution: Contribution, tx: Tx, span: Span) -> dict[str, object]:
    """Packs what a contribution gathers into its folder; answers what the manifest says of it."""
    before = archive.count
    async for file in contribution.gather(tx, span):
        archive.add(f"{contribution.name}/{file.path}", file.content, rows=file.rows)
    return {"name": contribution.name, "title": contribution.title, "files": archive.count - before}


async def lines(
    tx: Tx, name: str, query: Executable | str, values: Mapping[str, object]
) -> AsyncIterator[PackedFile]:
    """The rows of a query as files of JSON lines, so many rows a file; one empty file if there are none.

    Args:
        tx: the transaction; the rows are fetched as they are packed.
        name: of the files, without ending.
        query: what is read; its order is that of the lines.
        values: its parameters.
    """
    statement = text(query) if isinstance(query, str) else query
    part = 0
    result = await tx.conn.stream(statement, dict(values))
    async for rows in result.mappings().partitions(ROWS_A_FILE):
        part += 1
        content = b"".join(_line(row) for row in rows)
        yield PackedFile(f"{name}.jsonl" if part == 1 else f"{name}-{part:04}.jsonl", content, len(rows))
    if part == 0:
        yield PackedFile(f"{name}.jsonl", b"", 0)


def verify(source: IO[bytes]) -> tuple[dict[str, Any], list[str]]:
    """Recomputes what the manifest says; answers the manifest and every difference, in words.

    Raises:
        zipfile.BadZipFile: it is no archive at all.
    """
    with zipfile.ZipFile(source) as archive:
        names = archive.namelist()
        differences = [f"{name}: is in the archive twice" for name in sorted(_twice(names))]
        if MANIFEST not in names:
            return {}, [*differences, f"{MANIFEST}: is missing"]
        try:
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            listed = {str(entry["path"]): entry for entry in manifest["files"]}
        except (ValueError, KeyError, TypeError, zipfile.BadZipFile):
            return {}, [*differences, f"{MANIFEST}: cannot be read"]
        for path, entry in sorted(listed.items()):
            if path not in names:
                differences.append(f"{path}: is missing")
                continue
            found = _digest(archive, path)
            if found != entry.get("sha256"):
                differences.append(f"{path}: was changed (SHA-256 {found or 'cannot be read'})")
        strangers = sorted(set(names) - set(listed) - {MANIFEST, SUMS})
        return manifest, differences + [f"{path}: is not in the manifest" for path in strangers]


def manifest_digest(source: IO[bytes]) -> str:
    """SHA-256 of the manifest of an archive, to be compared with what was noted when it was made."""
    with zipfile.ZipFile(source) as archive:
        return hashlib.sha256(archive.read(MANIFEST)).hexdigest()


def safe(path: str) -> bool:
    """Whether a path stays inside the archive it lies in."""
    parts = PurePosixPath(path)
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and "\\" not in path


def _digest(archive: zipfile.ZipFile, path: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(path) as file:
            while chunk := file.read(READ_BYTES):
                digest.update(chunk)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError):
        return ""
    return digest.hexdigest()


def _twice(names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {name for name in names if name in seen or seen.add(name)}  # type: ignore[func-returns-value]


_encoder = msgspec.json.Encoder(uuid_format="canonical", decimal_format="string")


def _line(row: RowMapping) -> bytes:
    return _encoder.encode({key: _shown(value) for key, value in row.items()}) + b"\n"


def _shown(value: object) -> object:
    if isinstance(value, datetime):
        return wire(value)
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value
