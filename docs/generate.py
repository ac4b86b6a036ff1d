"""Refresh what our pages take from the program: the command reference, tables, and recorded sessions.

    python3 dev.py docs                 in the private environment, or there: python docs/generate.py

Review the difference by eye afterwards: a session that went wrong is recorded as faithfully as one that went right.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write every page anew and say which ones changed."""
    sys.path.insert(0, str(ROOT))  # run as a script, Python looks for modules beside this file only
    from docs import pages

    for path in pages.written():
        print(f"Refreshed {path.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
