"""Somebody is found in a file whatever that is, and nobody else is."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import os
import quopri
import sys
import unicodedata
import urllib.parse
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
import xlsxwriter

from netwerk_cli.domain.mentioning import Mentions, terms_of
from netwerk_cli.exchange import traces
from netwerk_cli.exchange.traces import Looked, Trace, Unread

NAME, ADDRESS = "Zoë van den Bérg-Nepstra", "zoë.nep@example.org"
WHO = Mentions(terms_of([NAME], [ADDRESS]))


def zipped(text: bytes, name: str = "lijst.csv") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return packed.getvalue()


def message(said: str, subject: str = "Lijst", attached: bytes | None = None) -> bytes:
    written = EmailMessage()
    written["Subject"], written["To"] = subject, "ans@example.org"
    written.set_content(said)
    if attached is not None:
        written.add_attachment(attached, maintype="application", subtype="zip", filename="bijlage.zip")
    return written.as_bytes()


def workbook(said: str) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        book.add_worksheet().write_string(2, 3, said)
    return packed.getvalue()


def folded(text: str) -> bytes:
    data, at = text.encode(), text.encode().index("ë".encode()) + 1
    return data[:at] + b"\r\n " + data[at:]


WAYS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with a mark": lambda t: t.encode("utf-8-sig"),
    "utf-16, little end first": lambda t: t.encode("utf-16-le"),
    "utf-16, big end first": lambda t: t.encode("utf-16-be"),
    "utf-16, beginning at an odd byte": lambda t: b"x" + t.encode("utf-16-le"),
    "windows": lambda t: t.encode("cp1252"),
    "decomposed": lambda t: unicodedata.normalize("NFD", t).encode(),
    "capitals": lambda t: t.upper().encode(),
    "quoted-printable": lambda t: quopri.encodestring(t.encode()),
    "quoted-printable, latin-1": lambda t: quopri.encodestring(t.encode("latin-1")),
    "base64": lambda t: b"base64\r\n\r\n" + base64.encodebytes(t.encode()),
    "base64, a byte further": lambda t: b"base64\r\n\r\n" + base64.encodebytes(b"q" + t.encode()),
    "base64, two bytes further": lambda t: base64.urlsafe_b64encode(b"qq" + t.encode()),
    "base64 of utf-16": lambda t: base64.b64encode(t.encode("utf-16-le")),
    "json": lambda t: json.dumps({"a": t}).encode(),
    "html entities": lambda t: html.escape(t).encode("ascii", "xmlcharrefreplace"),
    "percent": lambda t: urllib.parse.quote(t).encode(),
    "percent, plus for a blank": lambda t: urllib.parse.quote_plus(t).encode(),
    "json of html": lambda t: json.dumps(t.encode("ascii", "xmlcharrefreplace").decode()).encode(),
    "a fold within a letter": folded,
    "gz": lambda t: gzip.compress(t.encode()),
    "zip": lambda t: zipped(t.encode()),
    "zip in gz": lambda t: gzip.compress(zipped(t.encode())),
    "message": message,
    "header of a message": lambda t: message("niets", subject=" ".join(t.split())),
    "attachment of a message": lambda t: message("niets", attached=zipped(t.encode())),
    "workbook": workbook,
}


def looked(path: Path, who: Mentions = WHO) -> Looked:
    found = Looked()
    traces.look(path, who, found)
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("term", [NAME, ADDRESS])
def test_somebody_is_found_in_whatever_way_they_are_written(way: str, term: str, tmp_path: Path) -> None:
    (tmp_path / "lijst").write_bytes(WAYS[way](f"een\ntwee; {term}; drie\n"))
    kinds = {(one.path, one.kind) for one in looked(tmp_path).traces}
    assert kinds == {(str(tmp_path / "lijst"), "name" if term == NAME else "address")}


@pytest.mark.parametrize("way", WAYS)
def test_somebody_else_is_found_in_no_way(way: str, tmp_path: Path) -> None:
    other = "een; zoë van den Bérg; azoë.nep@example.org; zoë.nep@example.org.be\n"
    (tmp_path / "lijst").write_bytes(WAYS[way](other))
    assert looked(tmp_path) == Looked(files=1)


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    page = b"BT /F1 12 Tf 72 700 Td (Testine Nepstra) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/ASCIIHexDecode>>stream\n%s>\nendstream"
        % (len(page) * 2 + 1, page.hex().encode()),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    (tmp_path / "lijst.pdf").write_bytes(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF")
    found = looked(tmp_path / "lijst.pdf", Mentions(terms_of(["Testine Nepstra"], [])))
    assert found.traces == [Trace(str(tmp_path / "lijst.pdf"), "page 1", 1, None, "name", 1)]


def test_the_line_and_the_table_of_a_data_file_are_named(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    person = json.dumps({"1": {"name": NAME, "email": ADDRESS}}, ensure_ascii=False)
    file.write_text(f'{{\n"meta": {{}},\n"registrations:kickoff": {person}\n}}\n', encoding="utf-8")
    table = "registrations:kickoff"
    assert looked(file).traces == [
        Trace(str(file), "", 3, table, "name", 1),
        Trace(str(file), "", 3, table, "address", 1),
    ]


@pytest.mark.parametrize("before", [524_288 - 26, 524_288 - 13, 524_288 - 3, 524_288])
def test_somebody_is_counted_once_where_two_portions_meet(before: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"." * (before - 1) + b"\n" + NAME.encode() + b"\n" + b"." * 600_000)
    assert looked(tmp_path / "a").traces == [Trace(str(tmp_path / "a"), "", 2, None, "name", 1)]


def test_the_name_of_a_file_is_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / f"{ADDRESS}.ics").write_text("niets", encoding="utf-8")
    found = [(one.kind, one.line) for one in looked(tmp_path).traces]
    assert found == [("address", None)]


# ------------------------------------------------------- what cannot be read
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.age", b"age-encryption.org/v1\n", "it is encrypted"),
        ("a.gz", gzip.compress(b"niets")[:-9], "it is damaged"),
        ("a.zip", b"PK\x03\x04niets", "it is damaged"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "it is an archive of a kind that netwerk does not open"),
        ("bomb.zip", zipped(b"\0" * 6_000_000), "it unpacks to far more than it is"),
        ("bomb.gz", gzip.compress(b"x" * 6_000_000), "it unpacks to far more than it is"),
    ],
)
def test_what_cannot_be_looked_into_is_named(name: str, data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert [(one.path, str(one.why)) for one in looked(tmp_path).unread] == [(str(tmp_path / name), why)]


def test_what_lies_too_deep_is_named(tmp_path: Path) -> None:
    data = NAME.encode()
    for _ in range(7):
        data = zipped(data, "in.zip")
    (tmp_path / "a.zip").write_bytes(data)
    assert [str(one.why) for one in looked(tmp_path).unread] == ["it lies too deep in other files"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything may be read")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o000)
    try:
        assert looked(tmp_path).unread == [Unread(str(shut), "", looked(shut).unread[0].why)]
    finally:
        shut.chmod(0o700)
