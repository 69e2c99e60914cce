"""The built web pages: static files with a strict policy, and the app's shell for its own routes.

Hashed files are immutable and served with their compressed twins; the shell is asked for anew each
time. A missing file with a dot in its name is a 404, every other path of an app is its own route.
"""

import mimetypes
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from starlette.types import Receive, Scope, Send

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:{objects}; font-src 'self'; connect-src 'self'{objects}; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
EXTRA_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json"}
PUBLIC_FILES = 4096


@dataclass(frozen=True, slots=True)
class File:
    """A built file in memory, with its compressed twins."""

    content: bytes
    content_type: str
    etag: str
    modified: str
    twins: tuple[tuple[str, bytes], ...]
    is_hashed: bool


def read_files(folder: Path) -> dict[str, File]:
    """Every file below a folder by its path; only what was built can be served at all."""
    found: dict[str, File] = {}
    if not folder.is_dir():
        return found
    for path in sorted(folder.rglob("*"))[:PUBLIC_FILES]:
        if path.is_symlink() or not path.is_file() or path.suffix in {".br", ".gz"}:
            continue
        name = path.relative_to(folder).as_posix()
        content = path.read_bytes()
        guessed = EXTRA_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
        twins = tuple(
            (encoding, twin.read_bytes())
            for encoding, suffix in ENCODINGS
            if (twin := path.with_name(path.name + suffix)).is_file()
        )
        stat = path.stat()
        found[name] = File(
            content,
            _with_charset(guessed or "application/octet-stream"),
            f'"{stat.st_mtime_ns:x}-{len(content):x}"',
            formatdate(stat.st_mtime, usegmt=True),
            twins,
            name.startswith("assets/"),
        )
    return found


def _with_charset(content_type: str) -> str:
    is_text = content_type.startswith("text/") or content_type.endswith(("json", "+xml"))
    return f"{content_type}; charset=utf-8" if is_text else content_type


class Pages:
    """One web app: its files, and its shell for every other path."""

    def __init__(self, folder: Path, base: str, *, objects_origin: str = "") -> None:
        """Reads the built files.

        Args:
            folder: what the build wrote.
            base: the path under which the app lives, without a slash at the end.
            objects_origin: the origin of the bucket that pages send files to; empty for the house.
        """
        self._policy = CONTENT_POLICY.format(objects=f" {objects_origin}" if objects_origin else "").encode()
        self._files = read_files(folder)
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        del receive
        if scope["method"] not in {"GET", "HEAD"}:
            await _send(send, 405, [(b"allow", b"GET, HEAD")], b"")
            return
        path: str = scope["path"]
        name = path.removeprefix(self._base).lstrip("/")
        file = self._files.get(name)
        if file is None and "." not in name.rpartition("/")[2]:
            file = self._files.get("index.html")
        if file is None:
            await _send(send, 404, [(b"content-type", b"text/plain; charset=utf-8")], b"Not found\n")
            return
        await self._answer(scope, send, file)

    async def _answer(self, scope: Scope, send: Send, file: File) -> None:
        asked = dict(scope["headers"])
        headers = [
            (b"content-type", file.content_type.encode()),
            (b"etag", file.etag.encode()),
            (b"last-modified", file.modified.encode()),
            (b"vary", b"accept-encoding"),
            (b"content-security-policy", self._policy),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"permissions-policy", b"camera=(self), geolocation=(), microphone=()"),
            (
                b"cache-control",
                b"public, max-age=31536000, immutable" if file.is_hashed else b"no-cache",
            ),
        ]
        if asked.get(b"if-none-match") == file.etag.encode():
            await _send(send, 304, headers, b"")
            return
        accepted = asked.get(b"accept-encoding", b"").decode("latin-1")
        body = file.content
        for encoding, twin in file.twins:
            if encoding in accepted:
                headers.append((b"content-encoding", encoding.encode()))
                body = twin
                break
        await _send(send, 200, headers, b"" if scope["method"] == "HEAD" else body, length=len(body))


async def _send(
    send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes, *, length: int | None = None
) -> None:
    size = len(body) if length is None else length
    all_headers = [*headers, (b"content-length", str(size).encode())]
    await send({"type": "http.response.start", "status": status, "headers": all_headers})
    await send({"type": "http.response.body", "body": body})
