"""How a tenant looks: a category of settings whose present value also lies with the tenant itself."""

import asyncio
import hashlib
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from stakehouse.domains.tenancy import store
from stakehouse.domains.tenancy.errors import ColourRefused, LogoNotFound, LogoRefused
from stakehouse.domains.tenancy.rules import colours
from stakehouse.domains.tenancy.service import change_setting, profile, setting_now
from stakehouse.domains.tenancy.store import logos
from stakehouse.domains.tenancy.types import Branding, BrandingSettings
from stakehouse.infra.tx import Tx

LOGO_BYTES_MAX = 2 * 1024 * 1024
LOGO_PIXELS_MAX = 16_000_000
LOGO_SIDE = 512
LOGO_FORMATS = ("PNG", "JPEG", "WEBP")


async def branding_now(tx: Tx) -> tuple[BrandingSettings, int]:
    """How the tenant looks, with the version; version 0 is the look it was opened with."""
    value, version = await setting_now(tx, BrandingSettings)
    if version:
        return value, version
    look = (await profile(tx)).branding
    return (
        BrandingSettings(
            name=look.name,
            sender=look.sender,
            hue=look.hue,
            chroma=look.chroma,
            radius=look.radius,
            logo=look.logo,
        ),
        0,
    )


async def change_branding(tx: Tx, wished: BrandingSettings, *, after: int, reason: str) -> int:
    """Changes how the tenant looks, on every face within seconds; answers the new version.

    A colour that no screen can show is kept as strong as screens can; see :func:`colours.look`.

    Raises:
        SettingChangedMeanwhile: the current version is another one.
        ColourRefused: text on it could not be read.
        LogoRefused: no such logo was uploaded.
    """
    look = colours.look(wished.hue, wished.chroma)
    if not look.is_readable:
        raise ColourRefused(
            f"Text on this colour has a contrast of {look.contrast_light} on light and {look.contrast_dark} "
            f"on dark screens; {colours.CONTRAST_MIN} is the least.",
            field="value.chroma",
        )
    if wished.logo and await logos.content(tx, wished.logo) is None:
        raise LogoRefused("Upload the logo first.", field="value.logo")

    kept = wished.model_copy(update={"chroma": look.chroma})
    version = await change_setting(tx, kept, after=after, reason=reason)
    await store.set_branding(
        tx,
        Branding(
            name=kept.name,
            hue=kept.hue,
            chroma=kept.chroma,
            radius=kept.radius,
            sender=kept.sender,
            logo=kept.logo,
        ),
    )
    return version


async def redrawn(upload: bytes) -> bytes:
    """A logo drawn anew from what was uploaded: nothing of the file but its picture remains.

    Raises:
        LogoRefused: it is no picture, too large, or of a kind that is not taken.
    """
    if len(upload) > LOGO_BYTES_MAX:
        raise LogoRefused(f"The file is larger than {LOGO_BYTES_MAX // 1024 // 1024} MB.", field="file")
    return await asyncio.to_thread(_redraw, upload)


async def keep_logo(tx: Tx, picture: bytes) -> str:
    """Keeps a redrawn logo; answers the name under which the branding refers to it."""
    digest = hashlib.sha256(picture).hexdigest()
    await logos.add(tx, digest, picture)
    return digest


async def logo(tx: Tx, digest: str) -> bytes:
    """A logo of the tenant.

    Raises:
        LogoNotFound: there is none of that name.
    """
    found = await logos.content(tx, digest)
    if found is None:
        raise LogoNotFound("There is no such logo.")
    return found


def _redraw(upload: bytes) -> bytes:
    try:
        with Image.open(BytesIO(upload), formats=LOGO_FORMATS) as picture:
            if picture.width * picture.height > LOGO_PIXELS_MAX:
                raise LogoRefused("The picture has too many pixels; 4000 by 4000 is enough.", field="file")
            picture.load()
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise LogoRefused("This is no PNG, JPEG or WebP picture.", field="file") from error
    drawn.thumbnail((LOGO_SIDE, LOGO_SIDE), Image.Resampling.LANCZOS)
    clean = Image.new("RGBA", drawn.size)
    clean.paste(drawn)
    target = BytesIO()
    clean.save(target, "PNG", optimize=True)
    return target.getvalue()
