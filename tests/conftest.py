"""What holds for every test: hypothesis tries the same examples each time, and has no clock."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "everywhere",
    derandomize=True,  # what fails here fails everywhere, and what passes goes on passing
    deadline=None,  # how long one example takes says more about the machine than about the code
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("everywhere")
