"""What holds for every test: hypothesis tries the same examples each time, and Ctrl-C is answered."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import servers
from tests.stores import Database

settings.register_profile(
    "everywhere",
    derandomize=True,  # what fails here fails everywhere, and what passes goes on passing
    deadline=None,  # how long one example takes says more about the machine than about the code
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("everywhere")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--store", choices=("file", "postgresql"), default="file", help="where tests keep things"
    )


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Give the address of a PostgreSQL server; without one there is nothing to test."""
    with servers.running() as address:
        if address is None:
            pytest.skip("there is no PostgreSQL server here")
        yield address


@pytest.fixture(scope="session")
def _database(request: pytest.FixtureRequest) -> Iterator[Database | None]:
    """Give the database; its address names nobody, so that each test says who it is."""
    if request.config.getoption("--store") == "file":
        yield None
        return
    scheme, _, place = request.getfixturevalue("server").partition("//")
    user, _, host = place.rpartition("@")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGUSER", user)
        yield Database(f"{scheme}//{host}")


# What is skipped with `--store postgresql` is about a file. Where a database does something in its place, that has a
# test of its own in tests/cli/test_cli_database*.py, tests/store/test_store_contract.py or test_store_postgres.py:
# - its bytes, its mode, links to it, its lock, what a write leaves beside it, and how often it is opened;
# - one that somebody else wrote, damaged or that an earlier netwerk wrote, which a test writes by hand;
# - its earlier states, of which there is one for each change: a database keeps those that a restore replaced;
# - results that would be written over it; the demo, whose register is a file; which modules are loaded for it;
# - a name of a user that no database can have.
@pytest.fixture
def database(_database: Database | None, request: pytest.FixtureRequest) -> Database | None:
    """Return the database, with nothing in it, where tests keep things in one."""
    if _database is not None:
        if request.node.get_closest_marker("of_a_file"):
            pytest.skip("it is about the data file")
        _database.clear()
    return _database


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
