"""The options and arguments that describe a registration, for the commands that take them."""

from __future__ import annotations

from typing import Annotated

import typer

Slug = Annotated[str, typer.Argument(metavar="EVENT", help="The event's name.")]
Who = Annotated[str, typer.Argument(metavar="PERSON", help="A code such as r17, or an e-mail address.")]
Text = str | None
Reason = Annotated[Text, typer.Option("--reason", help="Why; kept in the history.")]
Force = Annotated[bool, typer.Option("--force", help="Overrule a rule; needs --reason.")]
Name = Annotated[Text, typer.Option("--name", help="Name, exactly as it is written.")]
Email = Annotated[Text, typer.Option("--email", help="E-mail address.")]
Organisation = Annotated[Text, typer.Option("--organisation", help="Organisation.")]
Role = Annotated[Text, typer.Option("--role", help="Role or function.")]
Audience = Annotated[Text, typer.Option("--audience", help="Which of the event's audiences.")]
Note = Annotated[Text, typer.Option("--note", help="Anything else.")]
