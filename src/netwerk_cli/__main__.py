"""The command `netwerk`, also as `python -m netwerk_cli`. Answers that need nothing are given before anything loads."""

import gc
import os
import sys


def main() -> None:
    """Run the program and leave with its exit code."""
    gc.disable()  # one call makes little garbage, and looking for it during imports takes several milliseconds
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]) and sys.stdout is not None:
        from netwerk_cli import __version__

        try:
            print(__version__, flush=True)  # noqa: T201 (the fast path has no renderer)
            return
        except OSError:
            pass  # the gate below says what is wrong
    if arguments[:1] == ["__complete"]:
        from netwerk_cli.cli.complete import complete

        _leave(complete(arguments[1:]))
    else:
        from netwerk_cli.cli.gate import run

        _leave(run(arguments))


def _leave(code: int) -> None:
    """Exit without taking the interpreter apart, which costs as much as a command; everything is on disk by now."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            if (
                stream is sys.stdout
            ):  # the reader closed the pipe; with standard error there is nobody to tell
                code = code or 141
    os._exit(code)


if __name__ == "__main__":
    main()
