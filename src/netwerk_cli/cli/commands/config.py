"""`netwerk config`."""

from __future__ import annotations

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.listings import SETTINGS
from netwerk_cli.cli.settings import config_path, shown


def config(ctx: typer.Context) -> None:
    """
    $ netwerk config
    $ netwerk config --lang nl

    The config file holds lines such as  db = "/path/to/netwerk.json"  or  lang = "nl". The password in the address of a
    database is not shown.
    """
    call = Call(ctx.obj)
    rows: list[dict[str, object]] = [
        {"setting": key, "value": shown(key, setting.value), "source": setting.source}
        for key, setting in call.settings.items()
    ]
    rows.append({"setting": "config_file", "value": str(config_path()), "source": "default"})
    call.rows(rows, SETTINGS, nothing="")
