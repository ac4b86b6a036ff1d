"""Settings: an option, else the environment, else the user's config file, else the default."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netwerk_cli.cli.languages import LANGUAGES, spoken_in
from netwerk_cli.domain.moments import DEFAULT_ZONE
from netwerk_cli.errors import BadConfig, BadValue
from netwerk_cli.records import record, replace
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.domain.senders import Sender

MAIL = {
    "mail_from": "",
    "mail_templates": "",
    "mail_host": "",
    "mail_port": "",
    "mail_security": "",
    "mail_user": "",
    "mail_password_command": "",
    "mail_token_command": "",
    "mail_per_minute": "30",
}
"""The settings of mail, each with its default, where that does not depend on anything."""
KEYS = ("db", "lang", "color", "lock_timeout", "timezone", "sort_names", *MAIL, "fonts")
ENVIRONMENT = {
    "db": "NETWERK_DB",
    "lang": "NETWERK_LANG",
    **{key: f"NETWERK_{key.upper()}" for key in MAIL},
}
_DEFAULTS = {
    "color": "auto",
    "lock_timeout": "10",
    "timezone": DEFAULT_ZONE,
    "sort_names": "auto",
    "fonts": "",
    **MAIL,
}
_SECRET = frozenset({"mail_password", "mail_token"})
CHOICES = {"lang": tuple(LANGUAGES), "color": ("auto", "always", "never"), "sort_names": ("auto", "nl", "be")}


PROFILES, PRIVACY = "profiles", "privacy"
"""Tables of the config file: one with a table for each profile of lists, and what is said of personal data."""


@record
class Setting:
    """A value and where it comes from: option, environment, config or default."""

    value: str
    source: str


def resolve(options: Mapping[str, object]) -> dict[str, Setting]:
    """Return every setting. Raises `BadValue` or `BadConfig` on one that cannot be."""
    config = _config()
    found = {key: _one(key, options, config) for key in KEYS if key != "db"}
    found["db"] = _one("db", options, config)
    found["lang"] = _language(found["lang"])
    for key, known in CHOICES.items():
        if found[key].value not in known:
            why = Wording("choose from {known}", known=", ".join(known))
            raise BadValue(field=_named(key, found[key]), why=why)
    seconds(found["lock_timeout"].value, field=_named("lock_timeout", found["lock_timeout"]))
    return found


def _named(key: str, setting: Setting) -> str:
    """Return what a person wrote the setting in: an option, a variable or a line of the config file."""
    if setting.source == "environment" and key in ENVIRONMENT:
        return ENVIRONMENT[key]
    return key if setting.source == "config" else f"--{key.replace('_', '-')}"


def _language(setting: Setting) -> Setting:
    """Return the language that a locale such as `nl_BE.UTF-8` stands for, where it was not typed as an option."""
    if setting.source == "option":
        return setting
    word = setting.value.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[0].lower()
    return replace(setting, value=word) if word in CHOICES["lang"] else setting


def _one(key: str, options: Mapping[str, object], config: Mapping[str, str]) -> Setting:
    if options.get(key) is not None and not (key == "db" and options[key] == ""):
        return Setting(value=str(options[key]), source="option")
    name = ENVIRONMENT.get(key)
    if name and os.environ.get(name):
        return Setting(value=os.environ[name], source="environment")
    if key == "color" and (os.environ.get("NO_COLOR") or os.environ.get("FORCE_COLOR")):
        return Setting(value="never" if os.environ.get("NO_COLOR") else "always", source="environment")
    if key in config:
        return Setting(value=config[key], source="config")
    return Setting(value=_default(key), source="default")


def _default(key: str) -> str:
    if key == "db":
        from platformdirs import user_data_path

        return str(user_data_path("netwerk", appauthor=False) / "netwerk.json")
    if key == "lang":
        return _locale()
    if key == "mail_templates":
        return str(config_path().parent / "mail")
    return _DEFAULTS[key]


def _locale() -> str:
    """Return the language of the reader's locale (POSIX: LC_ALL before LC_MESSAGES before LANG)."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not named and sys.platform == "win32":
        import locale

        named = locale.getlocale()[0] or ""
    return spoken_in(named)


def seconds(text: str, *, field: str = "--lock-timeout") -> float:
    """Read `--lock-timeout`: a number of seconds from 0 to a day."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 86_400:
        raise BadValue(field=field, why=Wording("it is a number of seconds from 0 to 86400"))
    return value


def sender(setting: Setting) -> Sender | None:
    """Return who mail and invitations come from; None where that is not set. Raises `BadValue`."""
    if not setting.value.strip():
        return None
    from netwerk_cli.domain.senders import read

    return read(setting.value, field=_named("mail_from", setting))


def typed_path(text: str) -> Path:
    """Return a path as it was typed, `~` filled in; where there is no such home it stays, as in a shell."""
    return Path(os.path.expanduser(text))  # noqa: PTH111 (Path's raises there)


def typed_store(text: str) -> str:
    """Return where a store is as it was typed: a path with `~` filled in, or the address of a database."""
    from netwerk_cli.store import is_address

    return text if is_address(text) else str(typed_path(text))


def config_path() -> Path:
    """Return where the user's config file lies, whether or not it exists."""
    if os.environ.get("NETWERK_CONFIG"):
        return Path(os.environ["NETWERK_CONFIG"])
    if sys.platform not in ("win32", "darwin"):  # what platformdirs answers there, without importing it
        home = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
        return typed_path(home) / "netwerk" / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("netwerk", appauthor=False) / "config.toml"


def _config() -> dict[str, Any]:
    path = config_path()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as err:
        from netwerk_cli import causes

        raise BadConfig(path=str(path), why=causes.system(err)) from err
    import tomllib

    from netwerk_cli import causes

    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
        if any("\0" in str(value) for value in found.values()):
            raise ValueError("NUL")  # the one sign that no path can hold
    except (ValueError, RecursionError) as err:
        problem, line = causes.toml(err)
        why = Wording("it cannot be read as TOML ({problem})", problem=problem)
        if line is not None:
            why = Wording("line {line} cannot be read as TOML ({problem})", line=line, problem=problem)
        raise BadConfig(path=str(path), why=why) from err
    if secret := _SECRET & set(found):
        why = Wording("no password is kept here; set {key}_command instead of {key}", key=min(secret))
        raise BadConfig(path=str(path), why=why)
    unknown = set(found) - {*KEYS, PROFILES, PRIVACY}
    if unknown:
        raise BadConfig(path=str(path), why=Wording("there is no setting '{key}'", key=min(unknown)))
    return {key: value if key in (PROFILES, PRIVACY) else str(value) for key, value in found.items()}


def table(name: str) -> dict[str, Any]:
    """Return a table of the config file; an empty one where there is none. Raises `BadConfig`."""
    found = _config().get(name, {})
    if not isinstance(found, dict):
        raise BadConfig(path=str(config_path()), why=Wording("'{key}' is a table: [{key}]", key=name))
    return found


def shown(key: str, value: str) -> str:
    """Return a setting as it may be shown: of a command for a password only which program it is.

    Of the address of a database all but the password. Raises `BadStoreAddress`.
    """
    from netwerk_cli.store import is_address

    if key == "db" and is_address(value):
        from netwerk_cli.store.postgres.addresses import read

        return read(value).named
    if not key.endswith("_command") or not value.strip():
        return value
    return f"{value.split()[0]} …"


def profiles() -> list[str]:
    """Return the names of the profiles of lists."""
    found = _config().get(PROFILES, {})
    return [*found] if isinstance(found, dict) else []


def profile(name: str, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what a profile of lists says: each of its `known` keys with its value, or the values of a list.

    Raises:
        BadValue: there is no profile of that name. BadConfig: it says something else.
    """
    path, names = str(config_path()), profiles()
    if name not in names:
        why = Wording(
            "there is no profile '{name}'; the settings have: {known}",
            name=name,
            known=", ".join(names) or "-",
        )
        raise BadValue(field="--profile", why=why)
    found = _config()[PROFILES][name]
    if not isinstance(found, dict) or not found.keys() <= set(known):
        raise BadConfig(path=path, why=Wording("a profile is a table with {known}", known=", ".join(known)))
    return {
        key: tuple(map(str, value)) if isinstance(value, list) else (str(value),)
        for key, value in found.items()
    }


def user() -> str:
    """Return who does this: the name the system knows the user by."""
    try:
        for name in ("NETWERK_USER", "LOGNAME", "USER", "LNAME", "USERNAME"):
            if os.environ.get(name):
                return os.environ[name]
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (KeyError, OSError, ImportError):
        return "unknown"
