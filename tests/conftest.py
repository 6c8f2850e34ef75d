"""Settings of all tests: how long Hypothesis searches, and what is said loudly at the end."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# The same examples in every run: a test that fails in CI fails at home.
settings.register_profile("ci", derandomize=True, max_examples=60, deadline=None, database=None)
# A long search with new examples each time: HYPOTHESIS_PROFILE=deep pytest
settings.register_profile(
    "deep", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

SAID_ALOUD = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SAID_ALOUD] = []


@pytest.fixture(scope="session")
def say_aloud(pytestconfig: pytest.Config) -> list[str]:
    """Lines that the terminal shows at the end of the run, whatever was captured."""
    return pytestconfig.stash[SAID_ALOUD]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash[SAID_ALOUD]:
        terminalreporter.write_line(f"WARNING: {line}", yellow=True, bold=True)
