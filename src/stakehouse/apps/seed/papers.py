"""Papers of invented people, drawn: a passport and a bill, such as members photograph."""

import io
from dataclasses import dataclass
from datetime import date
from functools import cache

from anyascii import anyascii
from PIL import Image, ImageDraw, ImageFont

PAPER, INK, FAINT, BLUE = (243, 238, 226), (32, 34, 40), (128, 124, 114), (44, 74, 124)
SKIN, CLOTH = (214, 186, 160), (92, 104, 124)
PASSPORT_SIZE, BILL_SIZE = (1000, 700), (800, 1000)
MRZ_LENGTH = 44


@dataclass(frozen=True, slots=True)
class Papers:
    """What stands on somebody's papers."""

    first_name: str
    last_name: str
    born: date
    number: str
    valid_until: date
    address: str


def passport(papers: Papers) -> bytes:
    """The page with the portrait, as a JPEG."""
    page = Image.new("RGB", PASSPORT_SIZE, PAPER)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, PASSPORT_SIZE[0], 86), fill=BLUE)
    pen.text((40, 24), "UTOPIA · PASSPORT", font=_letters(34), fill=PAPER)
    pen.rectangle((40, 130, 320, 490), fill=(224, 220, 210))
    pen.ellipse((115, 180, 245, 340), fill=SKIN)
    pen.pieslice((70, 360, 290, 620), 180, 360, fill=CLOTH)
    rows = (
        ("Surname", papers.last_name.upper()),
        ("Given names", papers.first_name.upper()),
        ("Date of birth", papers.born.strftime("%d.%m.%Y")),
        ("Passport no.", papers.number),
        ("Valid until", papers.valid_until.strftime("%d.%m.%Y")),
    )
    for at, (label, value) in enumerate(rows):
        pen.text((370, 130 + at * 74), label, font=_letters(18), fill=FAINT)
        pen.text((370, 152 + at * 74), value, font=_letters(30), fill=INK)
    surname, given = (anyascii(name).upper() for name in (papers.last_name, papers.first_name))
    lines = (
        f"P<UTO{surname}<<{given}",
        f"{papers.number.replace(' ', '')}<UTO{papers.born:%y%m%d}<{papers.valid_until:%y%m%d}",
    )
    for at, line in enumerate(lines):
        pen.text((40, 560 + at * 50), line.ljust(MRZ_LENGTH, "<"), font=_letters(28), fill=INK)
    return _jpeg(page)


def bill(papers: Papers, issued: date) -> bytes:
    """A bill for light and water, as a JPEG."""
    page = Image.new("RGB", BILL_SIZE, (252, 252, 250))
    pen = ImageDraw.Draw(page)
    pen.text((60, 60), "Harbour Light & Water", font=_letters(34), fill=BLUE)
    pen.line((60, 116, 740, 116), fill=BLUE, width=3)
    street, _, town = papers.address.partition(", ")
    for at, line in enumerate((f"{papers.first_name} {papers.last_name}", street, town)):
        pen.text((60, 170 + at * 38), line, font=_letters(26), fill=INK)
    pen.text((60, 340), f"Bill of {issued:%d.%m.%Y}", font=_letters(30), fill=INK)
    rows = (("Light, 212 kWh", "48.76"), ("Water, 9 cu m", "21.40"), ("To be paid", "70.16"))
    for at, (what, amount) in enumerate(rows):
        pen.text((60, 420 + at * 50), what, font=_letters(24), fill=INK)
        pen.text((620, 420 + at * 50), amount, font=_letters(24), fill=INK)
    pen.text((60, 900), "Invented for a demonstration.", font=_letters(18), fill=FAINT)
    return _jpeg(page)


@cache
def _letters(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _jpeg(page: Image.Image) -> bytes:
    kept = io.BytesIO()
    page.save(kept, "JPEG", quality=85)
    return kept.getvalue()
