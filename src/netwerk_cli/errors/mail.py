"""What keeps a message from being written or sent."""

from __future__ import annotations

from netwerk_cli.errors import Failed, Findings, Interrupted, Refused, Usage


class ServerUnreachable(Failed):
    """The mail server cannot be reached, or went away. Where some mail went before, the facts say what became of it."""

    code = "mail_server"
    sentence = "The mail server {host}:{port} cannot be used: {problem}."
    hint = "Check mail_host, mail_port and mail_security; what did not go is still due."


class BadCertificate(ServerUnreachable):
    """The mail server showed a certificate that nobody vouches for, or that is of another host."""

    code = "mail_certificate"
    sentence = "The certificate of {host}:{port} cannot be trusted: {problem}."
    hint = "Check mail_host; for a server with a certificate of your own, name its file in SSL_CERT_FILE."


class LoginRefused(ServerUnreachable):
    """The mail server does not let us in, or what we log in with cannot be had."""

    code = "mail_login"
    sentence = "Logging in at {host} did not work: {problem}."
    hint = "Check mail_user, and mail_password_command or mail_token_command."


class ServerRefuses(ServerUnreachable):
    """The mail server takes nothing from us: it is not about whom it goes to."""

    code = "mail_refused"
    sentence = "The mail server {host} takes no messages from us: {problem}."
    hint = "See what it says, and try again later; what did not go is still due."


class MailNotSet(Usage):
    """Nothing says over which server to send, or from which address; `setting` is what to write in the config file."""

    code = "mail_not_set"
    sentence = "Nothing says how to send mail: {setting} is not set."
    hint = "Write {example} in {path}; docs/mail.md has what common providers want."


class BadTemplate(Usage):
    """A template of a message that cannot be used."""

    sentence = "{path}, line {line}: {why}."
    hint = "Mend the template, or take it away to have the message in netwerk's own words."


class NotInvited(Refused):
    """Somebody who is cancelled or declined is not invited."""

    code = "not_invited"
    sentence = "{registration} of '{event}' is {status}: there is nothing to invite to."
    hint = "'--method cancel' writes what takes the event out of a calendar."


class NothingWithdrawn(Refused):
    """Whatever somebody may have in the calendar is to stay there."""

    code = "nothing_withdrawn"
    sentence = "{registration} of '{event}' has nothing in the calendar that is to be taken out."
    hint = "Withdraw them first with 'netwerk registration cancel {event} {registration}', or use '--method request'."


class SomeNotSent(Findings):
    """Some messages were not sent, or it is not certain that they were; the facts are those of the result."""

    code = "not_sent"
    sentence = "{failed} of {count:message|messages} did not go for certain."
    hint = "Each line above says why; 'netwerk mail due' has who does not know yet."


class SendingInterrupted(Interrupted):
    """Ctrl-C while mail went out; the facts are those of the result."""

    sentence = "Interrupted; {count:message was|messages were} sent before."
    hint = "'netwerk mail list' has what was sent; what did not go is still due."
