"""Messages to people: their words, their headers, and how they are put together (RFC 5322, RFC 2045, RFC 6047).

wording     what is said in each language
letters     one message as text and HTML: who hears what, old and new
group_news  what the members of a group hear
overrides   the same by a template of the organiser; the only importer of `jinja2`, when there is one
headers     subjects and names as they go over the wire (RFC 2047)
envelopes   text, HTML and calendar in one file
connecting  a line to a mail server; the only importer of `smtplib`, when mail is sent
transport   messages over that line, one at a time
passwords   what to log in with; the only importer of `keyring`, when that is asked
reports     what mail servers say of mail that came back (RFC 3464)
"""

from netwerk_cli.mail.envelopes import Calendar, Envelope, enclosed
from netwerk_cli.mail.group_news import news_facts
from netwerk_cli.mail.letters import Facts, Letter, facts
from netwerk_cli.mail.overrides import Templates
from netwerk_cli.mail.wording import TEXTS

__all__ = ["TEXTS", "Calendar", "Envelope", "Facts", "Letter", "Templates", "enclosed", "facts", "news_facts"]
