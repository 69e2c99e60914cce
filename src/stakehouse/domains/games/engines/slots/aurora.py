"""Aurora 5: the slot machine the house ships, ten lines over a northern night.

Every strip has 32 stops, a power of two, so that pf1 scales to them without any bias.
"""

from typing import Final

_STRIPS: Final = (
    (
        "fox pine ember stag pine fox frost stone "
        "owl stag frost fox owl frost ember pine "
        "stone stag ember bear stone pine bear star "
        "stone frost owl ember stone fox ember frost"
    ),
    (
        "ember frost stone star frost stone stag frost "
        "ember stone owl fox aurora ember bear frost "
        "owl stone pine stag fox owl stone pine "
        "frost bear ember pine fox ember aurora pine"
    ),
    (
        "fox stone frost pine stone frost pine star "
        "ember aurora frost ember bear owl pine ember "
        "bear stone fox ember aurora stone owl frost "
        "fox stone stag owl pine frost ember stag"
    ),
    (
        "pine star ember owl pine frost stone pine "
        "stag bear ember frost aurora ember fox frost "
        "aurora stone ember fox frost stone owl frost "
        "stone owl stag pine bear stone ember fox"
    ),
    (
        "pine fox stone owl frost ember pine stag "
        "stone fox pine frost owl stag star stone "
        "owl ember frost bear fox stone frost ember "
        "fox stone bear ember stag pine ember frost"
    ),
)

_LINES: Final = (
    "11111",
    "00000",
    "22222",
    "01210",
    "21012",
    "00122",
    "22100",
    "10001",
    "12221",
    "10121",
)
"""The row of each line on each reel: 0 top, 1 middle, 2 bottom."""

AURORA: Final[dict[str, object]] = {
    "version": 1,
    "name": "Aurora 5",
    "strips": [strip.split() for strip in _STRIPS],
    "lines": [[int(row) for row in line] for line in _LINES],
    "paytable": {
        "bear": {"3": 60, "4": 250, "5": 1000},
        "stag": {"3": 40, "4": 160, "5": 600},
        "owl": {"3": 30, "4": 120, "5": 400},
        "fox": {"3": 24, "4": 80, "5": 300},
        "pine": {"3": 14, "4": 50, "5": 150},
        "frost": {"3": 9, "4": 30, "5": 110},
        "ember": {"3": 7, "4": 25, "5": 90},
        "stone": {"3": 6, "4": 20, "5": 70},
    },
    "wild": "aurora",
    "scatter": "star",
    "scatter_pays": {"3": 3, "4": 15, "5": 100},
    "free_spins": {"3": 10, "4": 15, "5": 25},
    "free_spins_max": 30,
    "free_spin_multiplier": 2,
    "max_win_multiplier": 7500,
}
"""The machine as an operator would configure it; its exact return is 95.80 %."""
