"""What an uploaded file really is: found in its bytes, never believed from its name.

A picture is decoded and drawn anew, so nothing of the sender's own bytes is kept: no place where it
was taken, no thumbnail, nothing behind its end. A PDF cannot be drawn anew here; one that does
anything but show pages is refused. A file that is two things at once is refused, whatever they are.
"""

import io
import re
import warnings
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

import puremagic
from PIL import Image, ImageOps

from stakehouse.domains.compliance.errors import FileRefused
from stakehouse.domains.compliance.types.kyc import FileType

FILE_MAX = 15 * 1024 * 1024
SIDE_MIN = 200
PIXELS_MAX = 50_000_000
SIDE_KEPT_MAX = 4_000
QUALITY = 90
PAGES_MAX = 50
STREAM_MAX = 4 * 1024 * 1024
STREAMS_MAX = 2_000
NAME_MAX = 120

SUFFIXES = {
    ".jpg": FileType.JPEG,
    ".jpeg": FileType.JPEG,
    ".png": FileType.PNG,
    ".webp": FileType.WEBP,
    ".pdf": FileType.PDF,
}
_PILLOW = {FileType.JPEG: "JPEG", FileType.PNG: "PNG", FileType.WEBP: "WEBP"}

# What makes a program of another sort take the file for its own.
_SECOND_LIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"<script",
    b"<svg",
    b"<html",
    b"<!doctype",
    b"<?php",
    b"%pdf-",
    b"rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x7felf",
    b"mz\x90\x00",
)
_ACTIVE_NAMES = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|OpenAction|AA|SubmitForm|ImportData|GoToR|GoToE)"
    rb"(?![A-Za-z0-9])"
)
_HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_STREAM = re.compile(rb"stream\r?\n")


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept.

    Attributes:
        type: what it is.
        content: what is kept; of a picture the one that was drawn anew.
        pages: of a PDF; 1 for a picture.
    """

    type: FileType
    content: bytes
    pages: int


def shown_name(given: str) -> str:
    """A file's name as it may be shown: its last part, without what steers a terminal or a reader."""
    last = PurePosixPath(given.replace("\\", "/")).name
    return "".join(char for char in last if char.isprintable())[:NAME_MAX].strip(" .") or "file"


def announced(file_name: str) -> FileType:
    """What a name says that the file is.

    Raises:
        FileRefused: nothing that is taken here.
    """
    found = SUFFIXES.get(PurePosixPath(file_name.lower()).suffix)
    if found is None:
        raise FileRefused("Send a photo or scan as JPEG, PNG or WebP, or a PDF.", field="file_name")
    return found


def check(content: bytes, file_name: str) -> Checked:
    """Looks into a file; answers what is to be kept of it.

    Raises:
        FileRefused: it is not what it says, not one thing only, or not readable.
    """
    if not content:
        raise FileRefused("The file is empty.")
    if len(content) > FILE_MAX:
        raise FileRefused(f"The file is larger than {FILE_MAX // 1024 // 1024} MB.")
    found = _type_of(content)
    if found is not announced(file_name):
        raise FileRefused(
            f"The file is called {shown_name(file_name)}, but its content is {found.suffix.upper()}. "
            "Send it under its right name."
        )
    return _check_pdf(content) if found is FileType.PDF else _draw_anew(content, found)


def _type_of(content: bytes) -> FileType:
    """What the bytes begin as; two opinions have to agree."""
    begins = {
        FileType.JPEG: content.startswith(b"\xff\xd8\xff"),
        FileType.PNG: content.startswith(b"\x89PNG\r\n\x1a\n"),
        FileType.WEBP: content.startswith(b"RIFF") and content[8:12] == b"WEBP",
        FileType.PDF: content.startswith(b"%PDF-"),
    }
    found = next((kind for kind, does in begins.items() if does), None)
    try:
        second = {match.mime_type for match in puremagic.magic_string(content)}
    except puremagic.PureError:
        second = set()
    if found is None or found.value not in second:
        raise FileRefused("The file is neither a JPEG, PNG or WebP picture nor a PDF.")
    return found


def _draw_anew(content: bytes, kind: FileType) -> Checked:
    _check_one_life(_behind_the_end(content, kind))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=(_PILLOW[kind],)) as opened:
                _check_picture(opened)
                picture = ImageOps.exif_transpose(opened).convert("RGB")
    except FileRefused:
        raise
    # Pillow's readers fail in many ways on what is no picture.
    except Exception as error:
        raise FileRefused("The picture cannot be read; it seems damaged.") from error
    picture.thumbnail((SIDE_KEPT_MAX, SIDE_KEPT_MAX))
    kept = io.BytesIO()
    target = FileType.PNG if kind is FileType.PNG else FileType.JPEG
    picture.save(kept, _PILLOW[target], **({"quality": QUALITY} if target is FileType.JPEG else {}))
    return Checked(target, kept.getvalue(), pages=1)


def _check_picture(opened: Image.Image) -> None:
    if opened.width * opened.height > PIXELS_MAX:
        raise FileRefused("The picture has too many pixels; send one below 50 megapixels.")
    if min(opened.size) < SIDE_MIN:
        raise FileRefused(f"The picture is too small to read; each side needs {SIDE_MIN} pixels.")
    if getattr(opened, "n_frames", 1) != 1:
        raise FileRefused("The picture moves; send a still one.")
    _check_one_life(*(_words(value) for value in opened.info.values()))


def _words(value: object) -> bytes:
    match value:
        case bytes():
            return value
        case str():
            return value.encode(errors="replace")
        case _:
            return b""


def _behind_the_end(content: bytes, kind: FileType) -> bytes:
    """What follows the picture; phones put films there, others programs."""
    match kind:
        case FileType.JPEG:
            end = content.rfind(b"\xff\xd9")
            # A thumbnail has an end too; a second life before the last one shows in the first.
            first = content.find(b"\xff\xd9")
            return content[first + 2 :] if 0 <= first < end else content[end + 2 :]
        case FileType.PNG:
            end = content.find(b"IEND\xaeB`\x82")
            return content[end + 8 :] if end >= 0 else b""
        case FileType.WEBP:
            return content[8 + int.from_bytes(content[4:8], "little") :]
        case FileType.PDF:
            return b""


def _check_one_life(*pieces: bytes) -> None:
    for piece in pieces:
        small = piece.lower()
        if any(mark.lower() in small for mark in _SECOND_LIVES):
            raise FileRefused("The file is a picture and something else at once; send the picture alone.")


def _check_pdf(content: bytes) -> Checked:
    end = content.rfind(b"%%EOF")
    if end < 0 or b"startxref" not in content or content[end + 5 :].strip(b"\r\n\t \0"):
        raise FileRefused("The PDF is damaged, or something follows its end.")
    if b"PK\x05\x06" in content or b"<?php" in content.lower():
        raise FileRefused("The file is a PDF and something else at once; send the PDF alone.")
    plain = _unfolded(content)
    if re.search(rb"/Encrypt(?![A-Za-z0-9])", plain):
        raise FileRefused("The PDF is locked; send it without a password.")
    if _ACTIVE_NAMES.search(plain):
        raise FileRefused(
            "The PDF holds scripts, forms or other files; print it into a plain PDF and send that."
        )
    pages = len(_PAGE.findall(plain))
    if not 1 <= pages <= PAGES_MAX:
        raise FileRefused(f"The PDF has no page that can be found, or more than {PAGES_MAX}.")
    return Checked(FileType.PDF, content, pages)


def _unfolded(content: bytes) -> bytes:
    """The PDF with its names spelt out and what lies packed in it beside."""
    unpacked = [content]
    for number, found in enumerate(_STREAM.finditer(content)):
        if number >= STREAMS_MAX:
            raise FileRefused("The PDF is too intricate; print it into a plain PDF first.")
        reader = zlib.decompressobj()
        try:
            unpacked.append(reader.decompress(content[found.end() : found.end() + FILE_MAX], STREAM_MAX))
        except zlib.error:
            continue
    return _HEX_IN_NAME.sub(lambda match: bytes((int(match[1], 16),)), b"\n".join(unpacked))
