"""Which server mail goes over: encrypted, with a certificate that is checked, as whom; and no password anywhere."""

from __future__ import annotations

import shlex
import ssl
import sys

import pytest
import trustme

from tests.cli.calling import Ended, Netwerk, said
from tests.cli.test_cli_mail_send import configure
from tests.mail_server import MailServer, Postbox

SECRET = "gehéim & 'stil'"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def tls(authority: trustme.CA) -> ssl.SSLContext:
    """Return the certificate of a server on this machine."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def one(kickoff: Netwerk) -> Netwerk:
    """Return a kick-off that one person is to hear of."""
    return kickoff.register("Ans")


@pytest.fixture
def trusting(one: Netwerk, authority: trustme.CA) -> Netwerk:
    """Return the same on a machine that knows who vouches for the server."""
    path = one.folder / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    one.patch.setenv("SSL_CERT_FILE", str(path))
    return one


def prints(netwerk: Netwerk, text: str, code: int = 0) -> str:
    """Return a command that prints a text, which stands in a file and not in the command."""
    path = netwerk.folder / "secret.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    script = netwerk.folder / "tells.py"
    script.write_text(
        f"import sys; sys.stdout.buffer.write(open({str(path)!r}, 'rb').read()); sys.exit({code})", "utf-8"
    )
    command = [sys.executable, str(script)]
    return shlex.join(command) if sys.platform != "win32" else " ".join(f'"{word}"' for word in command)


SENT = Ended(0, "", said("kickoff: 1 confirmation", "1 message sent."))


@pytest.mark.parametrize(("security", "at_once"), [("starttls", False), ("tls", True)])
def test_it_goes_encrypted(trusting: Netwerk, tls: ssl.SSLContext, security: str, at_once: bool) -> None:
    postbox = Postbox()
    with MailServer(postbox, tls=tls, from_the_start=at_once) as server:
        configure(trusting, server.port, mail_security=security)
        assert trusting("mail", "send") == SENT
    assert postbox.count == {"ans@example.org": 1}


@pytest.mark.parametrize(("security", "at_once"), [("starttls", False), ("tls", True)])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    one: Netwerk, tls: ssl.SSLContext, security: str, at_once: bool
) -> None:
    postbox = Postbox()
    with MailServer(postbox, tls=tls, from_the_start=at_once) as server:
        configure(one, server.port, mail_security=security)
        refused = one.error("mail", "send")
    assert (refused["code"], refused["exit_code"], postbox.got) == ("mail_certificate", 1, [])
    assert len(one("mail", "due").lines) == 1


def test_a_certificate_of_another_host_is_refused(trusting: Netwerk, authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("mail.example.org").configure_cert(context)
    with MailServer(Postbox(), tls=context) as server:
        configure(trusting, server.port, mail_security="starttls")
        assert trusting.error("mail", "send")["code"] == "mail_certificate"


def test_a_server_without_encryption_gets_nothing(one: Netwerk) -> None:
    postbox = Postbox()
    with MailServer(postbox) as server:
        configure(one, server.port, mail_security="starttls", mail_user="n", mail_password_command="nooit")
        refused = one.error("mail", "send")
    assert (refused["code"], postbox.got) == ("mail_server", [])
    assert refused["message"] == (
        f"The mail server 127.0.0.1:{server.port} cannot be used: it offers no encryption (STARTTLS)."
    )


def test_a_server_that_speaks_something_else_is_named(one: Netwerk) -> None:
    with MailServer(Postbox()) as server:
        configure(one, server.port, mail_security="tls")
        assert one.error("mail", "send")["code"] == "mail_server"


# ------------------------------------------------------------------ logging in
def test_it_logs_in_with_a_password_that_a_command_prints(one: Netwerk) -> None:
    postbox = Postbox(passwords={"netwerk": SECRET})
    with MailServer(postbox) as server:
        configure(one, server.port, mail_user="netwerk", mail_password_command=prints(one, SECRET))
        assert one("mail", "send") == SENT
    assert postbox.count == {"ans@example.org": 1}


@pytest.mark.parametrize("ways", [["PLAIN"], ["LOGIN"]])
def test_it_knows_both_ways_to_log_in(one: Netwerk, ways: list[str]) -> None:
    postbox = Postbox(passwords={"netwerk": SECRET})
    with MailServer(postbox, ways=ways) as server:
        configure(one, server.port, mail_user="netwerk", mail_password_command=prints(one, SECRET))
        assert one("mail", "send") == SENT


def test_it_logs_in_with_a_token(one: Netwerk) -> None:
    postbox = Postbox()
    postbox.tokens = {"n@example.org": "ya29.a0-token"}
    with MailServer(postbox) as server:
        configure(
            one, server.port, mail_user="n@example.org", mail_token_command=prints(one, "ya29.a0-token")
        )
        assert one("mail", "send") == SENT


def test_a_token_that_is_over_is_refused(one: Netwerk) -> None:
    postbox = Postbox()
    postbox.tokens = {"n@example.org": "new"}
    with MailServer(postbox) as server:
        configure(one, server.port, mail_user="n@example.org", mail_token_command=prints(one, "old"))
        refused = one.error("mail", "send")
    assert (refused["code"], refused["exit_code"], postbox.got) == ("mail_login", 1, [])


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_a_wrong_password_is_refused_and_stands_nowhere(one: Netwerk, debug: list[str]) -> None:
    with MailServer(Postbox(passwords={"netwerk": "another"})) as server:
        configure(one, server.port, mail_user="netwerk", mail_password_command=prints(one, SECRET))
        ended = one("mail", "send", *debug)
    assert ended.code == 1
    assert "Logging in at 127.0.0.1 did not work: 535 5.7.8 Authentication credentials invalid." in ended.err
    assert SECRET not in ended.err
    (one.folder / "secret.txt").unlink()
    held = [data for _, _, data in one.files().values()]
    assert not any(SECRET.encode() in data for data in held)


def test_a_password_is_not_in_the_settings_shown(one: Netwerk) -> None:
    configure(one, 25, mail_password_command="echo zeer-geheim", mail_token_command="")
    for words in (["config"], ["config", "--json"], ["config", "--lang", "nl"]):
        shown = one(*words).out
        assert "zeer-geheim" not in shown
        assert "echo …" in shown


def test_a_password_is_not_kept_in_the_settings(one: Netwerk) -> None:
    configure(one, 25, mail_password="zeer-geheim")
    ended = one("mail", "due")
    assert ended.code == 2
    assert "no password is kept here; set mail_password_command instead of mail_password" in ended.err
    assert "zeer-geheim" not in ended.err


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [("", 0, "the command for it printed nothing"), ("x", 3, "the command for it ended with exit code 3")],
)
def test_a_command_that_does_not_say_it_is_named(one: Netwerk, text: str, code: int, why: str) -> None:
    with MailServer(Postbox(passwords={"netwerk": "x"})) as server:
        configure(one, server.port, mail_user="netwerk", mail_password_command=prints(one, text, code))
        assert one.error("mail", "send")["message"] == f"Logging in at 127.0.0.1 did not work: {why}."
        configure(one, server.port, mail_user="netwerk", mail_password_command=str(one.folder / "nergens"))
        assert one.error("mail", "send")["message"].endswith("cannot be run (it is not there).")


def test_without_a_command_the_keyring_is_asked(one: Netwerk) -> None:
    folder = one.folder / "modules"
    folder.mkdir()
    (folder / "keyring.py").write_text(
        f"KEPT = {{('netwerk 127.0.0.1', 'netwerk'): {SECRET!r}}}\n\n"
        "def get_password(service, user):\n    return KEPT.get((service, user))\n",
        encoding="utf-8",
    )
    one.patch.syspath_prepend(str(folder))
    one.patch.delitem(sys.modules, "keyring", raising=False)
    with MailServer(Postbox(passwords={"netwerk": SECRET})) as server:
        configure(one, server.port, mail_user="iemand")
        assert one.error("mail", "send")["message"] == (
            "Logging in at 127.0.0.1 did not work: the keyring has none under 'netwerk 127.0.0.1'."
        )
        configure(one, server.port, mail_user="netwerk")
        assert one("mail", "send") == SENT
    one.patch.delitem(sys.modules, "keyring", raising=False)


def test_without_a_keyring_it_says_what_to_install(one: Netwerk) -> None:
    one.patch.setitem(sys.modules, "keyring", None)
    with MailServer(Postbox(passwords={"netwerk": SECRET})) as server:
        configure(one, server.port, mail_user="netwerk")
        refused = one.error("mail", "send")
    assert refused["hint"] == "Install it with: pip install 'netwerk-cli[keyring]'."


# --------------------------------------------------------------- odd addresses
def test_an_address_with_other_letters_goes_to_a_server_that_takes_it(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "Zoë Proef", "--email", "zoë@exämple.org")
    postbox = Postbox()
    with MailServer(postbox) as server:
        configure(kickoff, server.port)
        assert kickoff("mail", "send") == SENT
    (got,) = postbox.got
    assert got.recipient == "zoë@xn--exmple-cua.org"
    assert "To: =?utf-8?b?Wm/DqyBQcm9lZg==?= <zoë@xn--exmple-cua.org>" in got.data.decode()
    assert any("SMTPUTF8" in options for options in postbox.options)


def test_an_address_with_other_letters_is_refused_where_the_server_knows_none(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "Zoë Proef", "--email", "zoë@example.org")
    kickoff.register("Ans")
    postbox = Postbox()
    with MailServer(postbox, letters=False) as server:
        configure(kickoff, server.port)
        ended = kickoff("mail", "send")
    assert ended.code == 8
    assert "r1: the address was refused (it takes no address with such letters: no SMTPUTF8)." in ended.err
    assert postbox.count == {"ans@example.org": 1}


def test_a_domain_with_other_letters_needs_nothing_of_the_server(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "Ans Proef", "--email", "ans@exämple.org")
    postbox = Postbox()
    with MailServer(postbox, letters=False) as server:
        configure(kickoff, server.port)
        assert kickoff("mail", "send") == SENT
    assert postbox.count == {"ans@xn--exmple-cua.org": 1}


def test_lines_that_begin_with_a_dot_arrive_whole(one: Netwerk) -> None:
    folder = one.folder / "mail"
    folder.mkdir()
    (folder / "confirmation.txt").write_text("Dag\n\n.\n.. einde\n", encoding="utf-8")
    postbox = Postbox()
    with MailServer(postbox) as server:
        configure(one, server.port)
        one.done("mail", "write", "kickoff", "-o", str(one.folder / "uit"))
        assert one("mail", "send") == SENT
    assert postbox.got[0].data == (one.folder / "uit" / "kickoff.r1.eml").read_bytes()
