"""Files as people and others send them."""

import io
import zipfile
import zlib

from PIL import Image, ImageDraw


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (640, 420), **options: object) -> bytes:
    drawn = Image.new("RGB", size, (240, 236, 226))
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((20, 20, size[0] - 20, size[1] - 20), outline=(40, 60, 90), width=4)
    pen.text((40, 40), "UTOPIA PASSPORT", fill=(20, 20, 20))
    kept = io.BytesIO()
    drawn.save(kept, kind, **options)
    return kept.getvalue()


def bomb() -> bytes:
    """A picture of few bytes and very many pixels."""
    kept = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(kept, "PNG", compress_level=1)
    return kept.getvalue()


def photo_with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Phone of Anna"
    exif.get_ifd(0x8825)[1] = "N"
    return picture(exif=exif)


def archive() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("run.sh", "echo hi")
    return kept.getvalue()


def pdf(*, catalog: bytes = b"", packed: bytes = b"", tail: bytes = b"") -> bytes:
    """A page, and what is to be hidden beside it."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>",
    ]
    if packed:
        small = zlib.compress(packed)
        bodies.append(
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(small) + small + b"\nendstream"
        )
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(out) + tail


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
