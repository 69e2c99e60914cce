"""Brand colours: what a screen can show of one, and whether text on it can be read.

A tenant gives hue and strength (OKLCH); lightness is the house's, one for light and one for dark
screens, so that text stays readable whatever the hue. What no screen can show at that lightness is
drawn weaker, and the tenant is told.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import atan2, cos, degrees, hypot, radians, sin

LIGHT = (0.46, 0.99)
"""Lightness of the brand colour on light screens, and of the text on it."""

DARK = (0.78, 0.17)
DARK_CHROMA_MAX = 0.15
CHROMA_MAX = 0.37
CONTRAST_MIN = 4.5
STEP = 0.005
TOLERANCE = 0.0005
GAMMA_LINEAR_MAX = 0.0031308
LINEAR_MAX = 0.04045
"""Where the curve of sRGB is a straight line, in light and as it is written."""

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What becomes of a wished-for colour.

    Attributes:
        chroma: the strongest that both themes' screens show, at most the one wished for.
        light: colour on light screens, as ``#rrggbb``.
        dark: colour on dark screens.
        contrast_light: of the text on it on light screens, 1 to 21.
        contrast_dark: the same on dark ones.
        is_weaker: whether less is shown than was wished for.
    """

    chroma: str
    light: str
    dark: str
    contrast_light: str
    contrast_dark: str
    is_weaker: bool

    @property
    def is_readable(self) -> bool:
        """Whether text on it keeps the contrast that everybody can read."""
        return min(Decimal(self.contrast_light), Decimal(self.contrast_dark)) >= Decimal(str(CONTRAST_MIN))


def look(hue: int, chroma: str) -> Look:
    """What the house makes of a hue and a strength."""
    wished = min(float(Decimal(chroma)), CHROMA_MAX)
    shown = wished
    while shown > 0 and not _is_shown(LIGHT[0], shown, hue):
        shown = max(0.0, shown - STEP)
    light = _srgb(LIGHT[0], shown, hue)
    dark_chroma = min(shown, DARK_CHROMA_MAX)
    while dark_chroma > 0 and not _is_shown(DARK[0], dark_chroma, hue):
        dark_chroma = max(0.0, dark_chroma - STEP)
    dark = _srgb(DARK[0], dark_chroma, hue)
    return Look(
        chroma=chroma if shown == wished else f"{shown:.3f}".rstrip("0").rstrip("."),
        light=_hex(light),
        dark=_hex(dark),
        contrast_light=f"{_contrast(light, _srgb(LIGHT[1], 0, hue)):.2f}",
        contrast_dark=f"{_contrast(dark, _srgb(DARK[1], 0.03, hue)):.2f}",
        is_weaker=shown < wished,
    )


def from_hex(colour: str) -> tuple[int, str]:
    """Hue and strength of a colour written ``#rrggbb``; its lightness is not taken over."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return round(degrees(atan2(b, a))) % 360, f"{min(hypot(a, b), CHROMA_MAX):.3f}"


def _rgb(lightness: float, chroma: float, hue: int) -> Rgb:
    """Linear light of an OKLCH colour; parts outside of 0 to 1 cannot be shown."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _is_shown(lightness: float, chroma: float, hue: int) -> bool:
    return all(-TOLERANCE <= part <= 1 + TOLERANCE for part in _rgb(lightness, chroma, hue))


def _srgb(lightness: float, chroma: float, hue: int) -> Rgb:
    red, green, blue = (min(1.0, max(0.0, part)) for part in _rgb(lightness, chroma, hue))
    return red, green, blue


def _contrast(one: Rgb, other: Rgb) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(255 * _gamma(part)):02x}" for part in colour)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= GAMMA_LINEAR_MAX else 1.055 * part ** (1 / 2.4) - 0.055


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_MAX else ((part + 0.055) / 1.055) ** 2.4
