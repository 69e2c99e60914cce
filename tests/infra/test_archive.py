"""Archives name what was changed, taken out or put in."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

import pytest

from stakehouse.infra.archive import ArchiveWriter, manifest_digest, safe, verify

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def packed() -> tuple[bytes, str]:
    target = BytesIO()
    archive = ArchiveWriter(target, made_at=AT)
    archive.add("b/two.txt", b"two")
    archive.add("a/one.jsonl", b"{}\n", rows=1)
    digest = archive.finish({"kind": "test"})
    return target.getvalue(), digest


def repacked(content: bytes, changes: Mapping[str, bytes | None]) -> BytesIO:
    """The same archive with other files: ``None`` takes one out."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        files: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
        for name, changed in (files | dict(changes)).items():
            if changed is not None:
                new.writestr(name, changed)
    target.seek(0)
    return target


@pytest.mark.requirement("72")
def test_an_archive_left_alone_verifies() -> None:
    content, digest = packed()
    manifest, differences = verify(BytesIO(content))

    assert differences == []
    assert [(entry["path"], entry.get("rows")) for entry in manifest["files"]] == [
        ("a/one.jsonl", 1),
        ("b/two.txt", None),
    ]
    assert manifest["about"] == {"kind": "test"}
    assert manifest_digest(BytesIO(content)) == digest
    assert packed() == (content, digest)


def test_sha256sum_can_check_it_without_our_code() -> None:
    content, digest = packed()
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sums = archive.read("SHA256SUMS").decode().splitlines()

    assert [line.split("  ")[1] for line in sums] == ["a/one.jsonl", "b/two.txt", "manifest.json"]
    assert sums[2].startswith(digest)


@pytest.mark.requirement("72")
@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"b/two.txt": b"tow"}, "b/two.txt: was changed"),
        ({"b/two.txt": None}, "b/two.txt: is missing"),
        ({"c/three.txt": b"three"}, "c/three.txt: is not in the manifest"),
        ({"manifest.json": None}, "manifest.json: is missing"),
        ({"manifest.json": b"no"}, "manifest.json: cannot be read"),
        ({"manifest.json": b"{}"}, "manifest.json: cannot be read"),
    ],
)
def test_every_difference_is_named(changes: dict[str, bytes | None], named: str) -> None:
    _, differences = verify(repacked(packed()[0], changes))

    assert len(differences) == 1
    assert differences[0].startswith(named)


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../up", "a/../../up", "a\\b"])
def test_no_path_leads_out(path: str) -> None:
    assert not safe(path)
    with pytest.raises(AssertionError):
        ArchiveWriter(BytesIO(), made_at=AT).add(path, b"")
