"""The browser's verifier: it must agree with the engines on a thousand rounds of each kind."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.domains.games.rounds import SHIPPED, rounds, shipped

WEB = SHIPPED.parents[3]
VITEST = WEB / "node_modules" / "vitest" / "vitest.mjs"


@pytest.mark.skipif(not VITEST.exists(), reason="the web's packages are not installed: make web")
def test_the_browsers_verifier_agrees_on_a_thousand_rounds_of_each_engine_and_scheme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = tmp_path / "rounds.json"
    played.write_text(json.dumps(rounds(1000)))
    monkeypatch.setenv("FAIR_ROUNDS", str(played))
    monkeypatch.setenv("NO_COLOR", "1")
    answer = subprocess.run(
        ["node", str(VITEST), "run", "packages/fair/test/verify.test.ts"],
        cwd=WEB,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout[-4000:] + answer.stderr[-2000:]


def test_the_rounds_that_the_webs_own_tests_read_are_up_to_date() -> None:
    assert SHIPPED.read_text() == shipped(), "run: python -m tests.domains.games.rounds"
