"""What an upload really is: tricks are refused, and of a picture none of the sender's bytes are kept."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from stakehouse.domains.compliance.errors import FileRefused
from stakehouse.domains.compliance.rules import uploads
from stakehouse.domains.compliance.types.kyc import FileType
from tests.domains.compliance.kyc.files import HTML, SVG, archive, bomb, pdf, photo_with_place, picture

JPEG = picture()
PNG = picture("PNG")
PDF = pdf()


@pytest.mark.parametrize(
    ("content", "name", "kept", "pages"),
    [
        (JPEG, "passport.jpg", FileType.JPEG, 1),
        (JPEG, "PASSPORT.JPEG", FileType.JPEG, 1),
        (PNG, "passport.png", FileType.PNG, 1),
        (picture("WEBP"), "passport.webp", FileType.JPEG, 1),
        (PDF, "bill.pdf", FileType.PDF, 1),
        # Phones put a film behind the picture; it is not kept.
        (JPEG + b"\0\0\0\x18ftypmp42" + b"\0" * 200, "motion.jpg", FileType.JPEG, 1),
    ],
)
def test_what_people_send_is_taken(content: bytes, name: str, kept: FileType, pages: int) -> None:
    checked = uploads.check(content, name)

    assert (checked.type, checked.pages) == (kept, pages)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b"", "a.jpg", id="empty"),
        pytest.param(b"\0" * (uploads.FILE_MAX + 1), "a.jpg", id="oversize"),
        pytest.param(PNG, "a.jpg", id="a picture of another type under this name"),
        pytest.param(PDF, "a.jpg", id="a PDF under a picture's name"),
        pytest.param(JPEG, "a.pdf", id="a picture under a PDF's name"),
        pytest.param(archive(), "a.jpg", id="an archive under a picture's name"),
        pytest.param(SVG, "a.png", id="SVG with script under a picture's name"),
        pytest.param(HTML, "a.jpg", id="HTML under a picture's name"),
        pytest.param(b"MZ\x90\0" + b"\0" * 400, "a.jpg", id="a program"),
        pytest.param(JPEG[:-400], "a.jpg", id="half a picture"),
        pytest.param(b"\xff\xd8\xff\xe0" + b"\0" * 4000, "a.jpg", id="only a picture's beginning"),
        pytest.param(JPEG + archive(), "a.jpg", id="polyglot of picture and archive"),
        pytest.param(JPEG + b"<script>alert(1)</script>", "a.jpg", id="polyglot of picture and page"),
        pytest.param(PNG + b"<?php system($_GET[0]); ?>", "a.png", id="polyglot of picture and PHP"),
        pytest.param(JPEG + PDF, "a.jpg", id="polyglot of picture and PDF"),
        pytest.param(picture(comment=b"<script>alert(1)</script>"), "a.jpg", id="script in a comment"),
        pytest.param(picture(size=(100, 900)), "a.jpg", id="too small to read"),
        pytest.param(bomb(), "a.png", id="a bomb of pixels"),
        pytest.param(PDF[:-8], "a.pdf", id="a PDF without end"),
        pytest.param(pdf(tail=archive()), "a.pdf", id="polyglot of PDF and archive"),
        pytest.param(pdf(tail=b"more"), "a.pdf", id="a PDF with something behind it"),
        pytest.param(b"GIF89a" + PDF, "a.pdf", id="a PDF with something before it"),
        pytest.param(pdf(catalog=b"/OpenAction << /S /JavaScript >>"), "a.pdf", id="a PDF with script"),
        pytest.param(pdf(catalog=b"/#4a#61vaScript 4 0 R"), "a.pdf", id="a PDF with a disguised script"),
        pytest.param(pdf(packed=b"<< /S /JavaScript /JS (x) >>"), "a.pdf", id="a PDF with a packed script"),
        pytest.param(pdf(catalog=b"/EmbeddedFiles 4 0 R"), "a.pdf", id="a PDF with files"),
        pytest.param(pdf(catalog=b"/Encrypt 4 0 R"), "a.pdf", id="a locked PDF"),
        pytest.param(PDF.replace(b"/Type /Page ", b"/Type /Pag "), "a.pdf", id="a PDF without pages"),
    ],
)
def test_tricks_are_refused(content: bytes, name: str) -> None:
    with pytest.raises(FileRefused):
        uploads.check(content, name)


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.jpg.exe", "a", "", ".jpg", "a.gif", "a.jpg/../b.sh"])
def test_a_name_of_nothing_that_we_take_is_refused(name: str) -> None:
    with pytest.raises(FileRefused):
        uploads.announced(name)


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Users\\anna\\pass.jpg", "pass.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\0b\r\n.png", "ab.png"),
        ("..", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_shown_without_its_tricks(given_name: str, shown: str) -> None:
    assert uploads.shown_name(given_name) == shown


def test_a_picture_keeps_neither_place_nor_device() -> None:
    sent = photo_with_place()
    checked = uploads.check(sent, "photo.jpg")

    assert b"Phone of Anna" in sent
    assert b"Phone of Anna" not in checked.content
    with Image.open(io.BytesIO(checked.content)) as kept:
        assert not kept.getexif()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([JPEG, PNG, PDF]), st.data())
def test_no_bytes_make_it_fall_over(noise: bytes, base: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(base)))
    spoilt = base[:place] + noise + base[place + len(noise) :]
    for name in ("a.jpg", "a.png", "a.pdf"):
        try:
            kept = uploads.check(spoilt, name)
        except FileRefused:
            continue
        assert kept.content
