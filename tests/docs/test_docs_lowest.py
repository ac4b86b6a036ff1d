"""The lowest versions that we say suffice are the ones that we test with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def parts(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, padded, so that 7 is 7.0.0."""
    numbers = [int(number) for number in version.split(".")]
    return (*numbers, 0, 0, 0)[:3]


def test_every_lower_bound_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = {}
    for dependency in (
        *project["dependencies"],
        *project["optional-dependencies"]["pdf"],
        *project["optional-dependencies"]["postgresql"],
    ):
        if found := re.match(r"([a-z0-9-]+)>=([0-9.]+)", dependency):
            bounds[found[1]] = parts(found[2])
    lines = (ROOT / "constraints-lowest.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    assert {name: parts(version) for name, version in pins} == bounds
    assert bounds
