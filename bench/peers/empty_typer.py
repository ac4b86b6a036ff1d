"""A Typer program that does nothing: what every program on Typer pays before its own work begins."""

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    """Do nothing."""


app()
