"""What holds for every test: hypothesis tries the same examples each time, and Ctrl-C is answered."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "everywhere",
    derandomize=True,  # what fails here fails everywhere, and what passes goes on passing
    deadline=None,  # how long one example takes says more about the machine than about the code
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("everywhere")


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c() -> Iterator[None]:
    """Answer SIGINT, here and in the processes that tests start, also where we were started with it ignored.

    A shell starts what it runs in the background like that, and every child takes it over.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
