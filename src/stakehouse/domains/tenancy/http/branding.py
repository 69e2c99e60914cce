"""How the tenant looks, for its staff: preview and logo; the change itself is one of settings."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.tenancy.errors import LogoRefused
from stakehouse.domains.tenancy.rules import colours
from stakehouse.domains.tenancy.service import branding
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class ColourBody(Request):
    """A colour as people pick it."""

    colour: str = Field(pattern="^#[0-9a-fA-F]{6}$")


class ColourAnswer(Answer):
    """What the house makes of it.

    Attributes:
        hue: of the colour, in degrees.
        chroma: its strength, as strong as screens can show it.
        light: how it is drawn on light screens.
        dark: how it is drawn on dark ones.
        contrast_light: of text on it; 4.5 is the least that everybody can read.
        is_weaker: whether less is drawn than was picked.
        explanation: why it may differ from what was picked.
    """

    hue: int
    chroma: str
    light: str
    dark: str
    contrast_light: str
    contrast_dark: str
    is_readable: bool
    is_weaker: bool
    explanation: str


class LogoAnswer(Answer):
    """The name under which the branding refers to the logo."""

    logo: str


router = APIRouter(prefix="/branding", tags=["tenancy"])


async def picture_of(request: HttpRequest) -> bytes:
    """The uploaded picture drawn anew, before any transaction opens."""
    upload = bytearray()
    async for chunk in request.stream():
        upload += chunk
        if len(upload) > branding.LOGO_BYTES_MAX:
            break
    return await branding.redrawn(bytes(upload))


@router.post("/colour", dependencies=[staff("settings:edit")])
async def try_colour(body: ColourBody) -> ColourAnswer:
    """What the house makes of a colour: hue and strength are the tenant's, lightness is the house's."""
    hue, chroma = colours.from_hex(body.colour)
    look = colours.look(hue, chroma)
    explanation = "Lightness is the house's, so that text on the colour stays readable."
    if look.is_weaker:
        explanation += " At that lightness no screen shows the colour as strong as it was picked."
    return ColourAnswer(
        hue=hue,
        chroma=look.chroma,
        light=look.light,
        dark=look.dark,
        contrast_light=look.contrast_light,
        contrast_dark=look.contrast_dark,
        is_readable=look.is_readable,
        is_weaker=look.is_weaker,
        explanation=explanation,
    )


@router.post(
    "/logo",
    status_code=201,
    dependencies=[staff("settings:edit")],
    responses=refuses(LogoRefused),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def upload_logo(picture: Annotated[bytes, Depends(picture_of)], tx: UnitOfWork) -> LogoAnswer:
    """Takes a PNG, JPEG or WebP picture and draws it anew, at most 512 pixels wide or high."""
    return LogoAnswer(logo=await branding.keep_logo(tx, picture))
