#!/usr/bin/env python3
"""Run, test and format netwerk in a private environment: `.venv`, beside this file.

    python3 dev.py demo [ARGS]    show the main job on the sample dossiers
    python3 dev.py run ARGS       run netwerk with ARGS
    python3 dev.py test [ARGS]    format, lint, types, import contracts, tests and docs, and what depends on
                                  others once more with the lowest versions, side by side; with ARGS,
                                  pytest gets them and the lowest versions are left out; `--store postgresql`
                                  keeps things in a database (NETWERK_TEST_POSTGRES names a server)
    python3 dev.py fix            sort the imports and format the code
    python3 dev.py docs           refresh what the pages take from the program, recorded sessions included

Needs Python 3.11 or newer. The environment is made the first time, from the pins in `constraints.txt`,
and made again when these, `pyproject.toml`, the interpreter or the folder's place change.
"""

# No syntax newer than Python 3.6 in this file: an older Python must get as far as the check below.

import concurrent.futures
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  whoever starts this may have an older one
    sys.exit("dev.py: netwerk needs Python 3.11 or newer; this is Python " + sys.version.split()[0])

import tomllib

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOWEST = ROOT / ".venv-lowest"  # the same, with the lowest versions that pyproject.toml allows


def program(venv: Path, name: str) -> str:
    """Return where a program of an environment lies."""
    return str(venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name)


PYTHON = program(VENV, "python")
NETWERK = program(VENV, "netwerk")

QUICK = {
    "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "."],
}
CHECKS = {
    "types": [PYTHON, "-m", "mypy"],
    "import contracts": [PYTHON, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
}
FIXES = [
    [PYTHON, "-m", "ruff", "check", "--select", "I", "--fix", "."],
    [PYTHON, "-m", "ruff", "format", "."],
]
# what is written with or read by a package of somebody else
LOWEST_TESTS = [f"tests/{part}" for part in ("unit/ical", "unit/exchange", "golden", "store", "cli", "docs")]
# The tests in pieces, the longest first; the last takes what the others do not name, so that no folder is forgotten.
# Pieces are processes and not threads of one: some tests fork, and keep signals for themselves.
# on a database too: what a server is asked, and how it answers, in commands of most kinds
ON_A_DATABASE = [
    f"tests/cli/test_cli_{part}.py" for part in ("event", "registration", "undo", "group", "erasing")
]
NAMED = {"cli": ["tests/cli"], "bad luck": ["tests/concurrency", "tests/faults", "tests/property"]}
OTHERS = ["tests", *(f"--ignore={path}" for paths in NAMED.values() for path in paths)]


class StopError(Exception):
    """Something the reader has to put right first, as a sentence."""


def main(arguments: list[str]) -> int:
    """Do what the first argument names and return the exit code."""
    task, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    tasks = {"demo": demo, "run": run, "test": test, "fix": fix, "docs": docs}
    if task not in tasks:
        asked = task in ("help", "-h", "--help")
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        make_environment(VENV)
        return tasks[task](rest)
    except StopError as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("dev.py: interrupted", file=sys.stderr)
        return 130


# ---------------------------------------------------------------- tasks


def demo(arguments: list[str]) -> int:
    """Run `netwerk demo`."""
    return call([NETWERK, "demo", *arguments])


def run(arguments: list[str]) -> int:
    """Run netwerk, in the folder that dev.py was started from."""
    return call([NETWERK, *arguments])


def test(arguments: list[str]) -> int:
    """Run every check and every test, or the tests that `arguments` ask pytest for; begin nothing after a failure."""
    started = time.monotonic()
    code = together(QUICK, 1)
    if not code and arguments:
        code = together(CHECKS, 1)
        if not code:
            tests_started = time.monotonic()
            code = call([PYTHON, "-m", "pytest", *arguments], cwd=ROOT)
            report("tests and docs", code, tests_started)
    elif not code:
        make_environment(LOWEST)
        pieces = {
            "lowest versions": tests(LOWEST, LOWEST_TESTS),
            **{f"tests: {name}": tests(VENV, paths) for name, paths in NAMED.items()},
            "tests: others": tests(VENV, OTHERS),
            "tests: on a database": tests(VENV, ["--store", "postgresql", *ON_A_DATABASE]),
        }
        code = together({**pieces, **CHECKS}, max(2, os.cpu_count() or 1))
    if not code:
        report("everything", code, started)
    return code


def tests(venv: Path, arguments: list[str]) -> list[str]:
    """Return how pytest is called for a piece of the tests; several at once would keep one cache between them."""
    return [program(venv, "python"), "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]


def fix(arguments: list[str]) -> int:
    """Sort the imports and format the code."""
    if arguments:
        raise StopError("fix takes no arguments")
    for command in FIXES:
        code = call(command, cwd=ROOT)
        if code:
            return code
    return 0


def docs(arguments: list[str]) -> int:
    """Refresh the generated parts of the pages."""
    return call([PYTHON, str(ROOT / "docs" / "generate.py"), *arguments])


# ---------------------------------------------------------------- processes


def together(steps: dict[str, list[str]], most: int) -> int:
    """Run steps, at most so many at once, until one fails; return its exit code."""
    with concurrent.futures.ThreadPoolExecutor(most) as pool:
        running = [pool.submit(check, name, command) for name, command in steps.items()]
        try:
            for ended in concurrent.futures.as_completed(running):
                code = ended.result()
                if code:
                    return code
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # those that run end by themselves, and report
    return 0


def check(name: str, command: list[str]) -> int:
    """Run one step in the root; show what it said only when it failed."""
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**environment(), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace") if done.returncode else ""
    report(name, done.returncode, started, said)
    return done.returncode


def call(command: list[str], cwd: Path | None = None) -> int:
    """Run `command` in this terminal and return its exit code, by the shell's rule when a signal ended it."""
    with subprocess.Popen(command, cwd=cwd, env=environment()) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:  # the child was told too: how it ends is its own affair
                continue
            return code if code >= 0 else 128 - code


def report(name: str, code: int, started: float, said: str = "") -> None:
    """Print what one step said, how it went and how long it took, in one piece."""
    outcome = f"FAILED ({code})" if code else "ok"
    sys.stdout.write(f"{said}{name:18} {outcome:12} {time.monotonic() - started:6.1f} s\n")
    sys.stdout.flush()


def environment() -> dict[str, str]:
    """Return our environment variables without those that would bring in another Python's modules."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}


# ---------------------------------------------------------------- the private environment


def make_environment(venv: Path) -> None:
    """Make an environment unless it is there, finished and up to date.

    Raises:
        StopError: it could not be made.
    """
    wanted = fingerprint(venv)
    if is_ready(venv, wanted):
        return
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise StopError(
                f"this Python has no {module} module, so it cannot make a private environment; "
                "on Debian and Ubuntu, install it with: sudo apt install python3-venv"
            )
    print(f"Making the private environment {venv.name}; only the first time takes a while.", file=sys.stderr)
    started = time.monotonic()
    pip = [program(venv, "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    pinned = [*pip, "-c", "constraints.txt"]
    try:
        remove_environment(venv)
        # the interpreter behind a virtual environment, in case that is the one just removed
        install(venv, [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(venv)])
        install(venv, [*pinned, *build_tools()])
        install(venv, [*pinned, "--no-build-isolation", "-e", ".[dev]"])
        if venv == LOWEST:
            install(venv, [*pip, "-r", "constraints-lowest.txt"])
        stamp(venv).write_text(wanted, encoding="utf-8")
    except OSError as err:
        raise StopError(f"{venv.name} could not be made: {err}") from err
    print(f"Made it in {time.monotonic() - started:.0f} s.", file=sys.stderr)


def stamp(venv: Path) -> Path:
    """Return the file that is written last: an environment without it was never finished."""
    return venv / "netwerk-dev-stamp"


def is_ready(venv: Path, wanted: str) -> bool:
    """Whether an environment was finished for what is `wanted` and its Python still starts."""
    try:
        if stamp(venv).read_text(encoding="utf-8") != wanted or not Path(program(venv, "netwerk")).exists():
            return False
        probe = subprocess.run(
            [program(venv, "python"), "-I", "-c", "import netwerk_cli"], capture_output=True, check=False
        )
    except OSError:
        return False
    return probe.returncode == 0


def fingerprint(venv: Path) -> str:
    """Return a digest of everything an environment is made from."""
    digest = hashlib.sha256()
    lowest = ["constraints-lowest.txt"] if venv == LOWEST else []
    for name in ["pyproject.toml", "constraints.txt", *lowest]:
        digest.update((ROOT / name).read_bytes())
    for fact in (sys.version, sys.base_prefix, str(ROOT)):
        digest.update(fact.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def build_tools() -> list[str]:
    """Return what pyproject.toml builds with: installed first, so that the pins hold for it as well."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requires: list[str] = project["build-system"]["requires"]
    return requires


def remove_environment(venv: Path) -> None:
    """Remove what is left of an older or unfinished environment."""
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        stamp(venv).unlink(
            missing_ok=True
        )  # first: if we are stopped halfway, the rest must not look finished
        shutil.rmtree(venv)


def install(venv: Path, command: list[str]) -> None:
    """Run one step of the making; what it said is shown only when it failed.

    Raises:
        StopError: it failed.
    """
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout.decode("utf-8", "replace"))
        raise StopError(f"{venv.name} could not be made, for the reason above; the next run starts afresh")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
