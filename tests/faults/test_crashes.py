"""kill -9 of every part under load: nothing acknowledged is lost, nothing happens twice."""

from pathlib import Path

import pytest

from tests.faults.battery import KILLS, run
from tests.whole_house import WholeHouse

SEED = 20261120
TIMES = 10
SLOW = {"house", "freeze"}
CALM_S = 1.0
FEWER = 24
"""Bettors where each part is killed once: they keep a house busy that starts its parts anew."""


@pytest.mark.requirement("8")
@pytest.mark.timeout(600)
async def test_every_part_is_killed_once(whole_house: WholeHouse, tmp_path: Path) -> None:
    kinds = [kind for kind in KILLS if kind not in SLOW]
    reckoning = await run(
        whole_house, kinds, seed=SEED, notes=tmp_path / "notes", calm_s=CALM_S, bettors=FEWER
    )

    assert reckoning.is_right, reckoning.told()
    assert len(reckoning.attempts) > 500


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("kind", KILLS)
async def test_a_part_is_killed_ten_times(whole_house: WholeHouse, tmp_path: Path, kind: str) -> None:
    reckoning = await run(whole_house, [kind] * TIMES, seed=SEED, notes=tmp_path / "notes", calm_s=2 * CALM_S)

    assert reckoning.is_right, reckoning.told()
