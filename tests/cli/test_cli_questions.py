"""Questions and answers as an organiser meets them: asked, answered, listed, and kept to themselves where special."""

from __future__ import annotations

import json

import pytest

from netwerk_cli.cli.complete import complete
from tests.cli.calling import Ended, Netwerk, said

Capture = pytest.CaptureFixture[str]
DIET = "dieet=Heeft u dieetwensen?; text; special"
CHOICES = "workshop=Welke workshops?; choices: Rots | Water | Lucht; required"
PHOTO = "foto=Mag er een foto van u op de site?; yes/no"
KNOWN = "text, choice: A | B, choices: A | B, yes/no, required, special"
ANS = ("registration", "add", "kickoff", "--name", "Ans Voorbeeld", "--email", "ans@example.org")
ANSWERS = ("--answer", "workshop=lucht;rots", "--answer", "foto=ja", "--answer", "dieet=geen noten")


@pytest.fixture
def asking(kickoff: Netwerk) -> Netwerk:
    """Return a kick-off that asks three questions, one of them special and one required."""
    questions = [part for one in (DIET, CHOICES, PHOTO) for part in ("--question", one)]
    return kickoff.done("event", "edit", "kickoff", *questions)


@pytest.fixture
def answered(asking: Netwerk) -> Netwerk:
    return asking.done(*ANS, *ANSWERS)


# --------------------------------------------------------------------- asking
def test_questions_are_asked_with_the_event(netwerk: Netwerk) -> None:
    shape = netwerk("event", "add", "dag", "--question", CHOICES, "--json").json["event"]
    assert shape["questions"] == [
        {
            "id": "workshop",
            "text": "Welke workshops?",
            "kind": "choices",
            "choices": ["Rots", "Water", "Lucht"],
            "required": True,
            "special": False,
        }
    ]


def test_a_question_is_asked_in_dutch_words_too(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "dag", "--question", "kamer=Kamer?; keuze: Een | Twee; verplicht; bijzonder")
    (one,) = netwerk("event", "show", "dag", "--json").json["questions"]
    assert (one["kind"], one["required"], one["special"]) == ("choice", True, True)


def test_what_is_not_said_of_a_question_stays(asking: Netwerk) -> None:
    asking.done("event", "edit", "kickoff", "--question", "workshop=Welke?; optional")
    one = asking("event", "show", "kickoff", "--json").json["questions"][1]
    assert (one["text"], one["kind"], one["required"]) == ("Welke?", "choices", False)
    assert one["choices"] == ["Rots", "Water", "Lucht"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("dieet", "write it as ID=TEXT; KIND; required; special"),
        ("Dieet=Wat?", "a name has only a-z, 0-9 and single hyphens, at most 80 characters"),
        ("dieet=", "it is empty"),
        ("email=Uw adres?", "'email' is the name of a field; name the question otherwise"),
        ("opmerking=Iets te zeggen?", "'opmerking' is the name of a field; name the question otherwise"),
        ("family-name=Hoe heet u?", "'family-name' is the name of a field; name the question otherwise"),
        ("kamer=Kamer?; choice", "'kamer' lacks its choices; write them as choice: A | B"),
        ("kamer=Kamer?; verplict", f"'verplict' is not one of {KNOWN}"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_asked_is_refused_in_a_sentence(
    kickoff: Netwerk, typed: str, why: str
) -> None:
    before = kickoff.files()
    error = kickoff.error("event", "edit", "kickoff", "--question", typed)
    assert (error["exit_code"], error["message"]) == (2, f"--question: {why}.")
    assert kickoff.files() == before


def test_a_copy_asks_the_same(asking: Netwerk) -> None:
    asking.done("event", "copy", "kickoff", "ander")
    shapes = [asking("event", "show", slug, "--json").json["questions"] for slug in ("kickoff", "ander")]
    assert shapes[0] == shapes[1]


# ------------------------------------------------------------------- answering
def test_a_required_question_is_answered_or_overruled(asking: Netwerk) -> None:
    assert asking(*ANS) == Ended(
        5,
        "",
        said(
            "Error: 'kickoff' asks 'Welke workshops?', which has to be answered.",
            "Answer it with --answer 'workshop=…', or overrule with --force --reason.",
        ),
    )
    assert asking.error(*ANS)["code"] == "answer_missing"
    asking.done(*ANS, "--force", "--reason", "belt later")
    assert asking("registration", "show", "kickoff", "r1", "--json").json["override"] == "belt later"


def test_a_choice_that_is_none_is_refused_with_the_choices_and_the_nearest(asking: Netwerk) -> None:
    error = asking.error(*ANS, "--answer", "workshop=Watr")
    assert (error["code"], error["exit_code"]) == ("not_a_choice", 2)
    assert error["message"] == "The answer to 'workshop' is none of its choices: Rots, Water, Lucht."
    assert error["hint"].startswith("Did you mean 'Water'? ")


def test_a_question_that_is_not_asked_is_not_found(asking: Netwerk) -> None:
    error = asking.error(*ANS, "--answer", "diet=alles")
    assert (error["code"], error["exit_code"]) == ("not_found", 3)
    assert error["hint"] == "Did you mean 'dieet'? It asks: dieet, workshop, foto."


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (["foto"], "--answer: write it as ID=ANSWER."),
        (["foto=ja", "foto=nee"], "--answer: 'foto' is answered twice."),
        (["foto=misschien"], "--answer foto: the answer is yes or no."),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused(asking: Netwerk, answers: list[str], why: str) -> None:
    typed = [part for one in answers for part in ("--answer", one)]
    assert asking.error(*ANS, *typed)["message"] == why


def test_several_choices_stand_in_one_answer_or_in_as_many(asking: Netwerk) -> None:
    asking.done(*ANS, "--answer", "workshop=Lucht", "--answer", "workshop=Rots")
    shape = asking("registration", "show", "kickoff", "r1", "--json").json
    assert shape["answers"] == {"workshop": "Rots; Lucht", "foto": None}


def test_answers_are_corrected_and_taken_away_and_undo_brings_them_back(answered: Netwerk) -> None:
    assert answered("registration", "edit", "kickoff", "r1", "--answer", "foto=nee") == Ended(
        0, "", said("Ans Voorbeeld (r1) has a seat at 'kickoff'.", "r1 foto: yes → no")
    )
    answered.done("registration", "edit", "kickoff", "r1", "--answer", "foto=").done("undo").done(
        "undo", "c4"
    )
    shape = answered("registration", "show", "kickoff", "r1", "--json").json
    assert shape["answers"]["foto"] == "yes"


def test_a_substitute_answers_anew(answered: Netwerk) -> None:
    bo = ("registration", "substitute", "kickoff", "r1", "--name", "Bo", "--email", "bo@example.org")
    assert answered.error(*bo)["code"] == "answer_missing"
    answered.done(*bo, "--answer", "workshop=Water")
    row = answered("registration", "list", "kickoff", "--fields", "workshop,foto,dieet").lines
    assert row == [["Water", "", ""]]


# ----------------------------------------------------------------- what is seen
SECRET = "geen noten"


def test_a_special_answer_is_shown_when_it_is_asked_for_by_name(answered: Netwerk) -> None:
    show = ("registration", "show", "kickoff", "r1", "--fields")
    assert answered(*show, "name,dieet") == Ended(0, f"name\tAns Voorbeeld\ndieet\t{SECRET}\n")
    assert answered(*show, "dieet", "--json").json == {"dieet": SECRET}
    assert answered("registration", "list", "kickoff", "--fields", "dieet").lines == [[SECRET]]
    assert answered("registration", "list", "kickoff", "--fields", "Heeft u dieetwensen?").lines == [[SECRET]]
    assert answered("export", "attendees", "kickoff", "--fields", "dieet").lines == [["dieet"], [SECRET]]


def test_a_special_answer_is_nowhere_else(answered: Netwerk) -> None:
    answered.done("registration", "edit", "kickoff", "r1", "--answer", "dieet=halal")
    for command in (
        ("registration", "show", "kickoff", "r1"),
        ("registration", "list", "kickoff"),
        ("export", "attendees", "kickoff"),
        ("log",),
        ("person", "ans@example.org", "--history"),
        ("event", "show", "kickoff"),
        ("explain", "kickoff", "r1"),
        ("undo", "--list"),
    ):
        for options in (
            ((), ("--json",)) if command[0] != "export" else ((), ("--format", "json"), ("--excel",))
        ):
            ended = answered(*command, *options)
            assert ended.code == 0
            assert not [word for word in (SECRET, "halal") if word in ended.out + ended.err], command
    changed = ("registration", "edit", "kickoff", "r1", "--answer", "dieet=vegan", "--json")
    assert answered(*changed).json["changes"] == [{"field": "answers.dieet", "old": "…", "new": "…"}]
    assert "vegan" not in answered("undo").err


def test_it_is_said_that_there_is_a_special_answer(answered: Netwerk) -> None:
    assert answered("registration", "show", "kickoff", "r1").err == said(
        "Not shown: dieet; --fields shows them."
    )


def test_other_answers_stand_in_exports_behind_the_columns_that_are_always_there(answered: Netwerk) -> None:
    lines = answered("export", "attendees", "kickoff").lines
    assert lines[0][0].endswith(",note,workshop,foto")
    assert lines[1][0].endswith(',,"Rots; Lucht",yes') or lines[1][0].endswith(",,Rots; Lucht,yes")
    excel = answered("export", "attendees", "kickoff", "--excel", "--lang", "nl").out.splitlines()
    assert excel[0].endswith(";Welke workshops?;Mag er een foto van u op de site?")
    assert excel[1].endswith(';"Rots; Lucht";ja')


def test_the_waiting_list_can_show_answers(answered: Netwerk) -> None:
    answered.done("event", "edit", "kickoff", "--capacity", "1")
    bo = ("--name", "Bo", "--email", "bo@example.org", "--answer", "workshop=Lucht")
    answered.done("registration", "add", "kickoff", *bo)
    assert answered("waitlist", "list", "kickoff", "--fields", "code,workshop").lines == [["r2", "Lucht"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["registration", "add", "kickoff", "--answer", ""], ["dieet", "workshop", "foto"]),
        (["event", "edit", "kickoff", "--remove-question", "w"], ["workshop"]),
        (["registration", "list", "kickoff", "--fields", "name,di"], ["name,dieet"]),
        (["export", "attendees", "kickoff", "--fields", "foto"], ["foto"]),
    ],
)
def test_tab_offers_questions(asking: Netwerk, words: list[str], found: list[str], capsys: Capture) -> None:
    assert asking.db.exists()
    complete(words)
    assert capsys.readouterr().out.split() == found


def test_yes_and_no_are_said_in_the_readers_language(answered: Netwerk) -> None:
    ended = answered("registration", "edit", "kickoff", "r1", "--answer", "foto=nee", "--lang", "nl")
    assert "r1 foto: ja → nee" in ended.err.splitlines()


def test_lists_can_be_ordered_by_an_answer(answered: Netwerk) -> None:
    answered.done(
        "registration",
        "add",
        "kickoff",
        "--name",
        "Bo",
        "--email",
        "bo@example.org",
        "--answer",
        "workshop=Lucht",
    )
    rows = answered(
        "registration", "list", "kickoff", "--sort", "workshop", "--fields", "code,workshop"
    ).lines
    assert rows == [["r2", "Lucht"], ["r1", "Rots; Lucht"]]


# ------------------------------------------------------------------ going again
def test_a_question_that_was_answered_goes_only_with_a_yes(answered: Netwerk) -> None:
    remove = ("event", "edit", "kickoff", "--remove-question", "dieet")
    error = answered.error(*remove)
    assert error["exit_code"] == 2
    assert "1 person has answered 'dieet'" in error["message"]
    assert "The answers of 1 person to 'dieet' go." in answered(*remove, "--dry-run").err
    assert "The answers of 1 person to 'dieet' go." in answered(*remove, "--yes").err
    assert answered("doctor").code == 0
    answered.done("undo")
    assert answered("registration", "list", "kickoff", "--fields", "dieet").lines == [[SECRET]]


def test_a_question_that_was_answered_since_is_not_undone(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--question", DIET).done(*ANS, "--answer", "dieet=vegan")
    error = kickoff.error("undo", "c2")
    assert (error["code"], error["details"]["count"]) == ("question_answered", 1)


# --------------------------------------------------------------------- dossiers
DOSSIER = """\
[event]
slug = "kickoff"
title = "Kick-off"
timezone = "Europe/Brussels"
starts = 2024-01-26T09:30:00
ends = 2024-01-26T16:00:00
capacity = 3
closes = 2024-01-16T16:00:00

# wat de keuken moet weten
[[question]]
id = "dieet" # zie de kok
text = "Heeft u dieetwensen?"
special = true
"""


def apply(desk: Netwerk, text: str, *options: str) -> Ended:
    path = desk.folder / "kickoff.toml"
    path.write_text(text, encoding="utf-8")
    return desk("apply", str(path), *options)


def test_a_dossier_asks_and_says_what_it_changes(kickoff: Netwerk) -> None:
    plan = apply(kickoff, DOSSIER, "--json").json["plan"]
    assert plan[0]["changes"] == [
        {"field": "question.dieet.text", "old": None, "new": "Heeft u dieetwensen?"},
        {"field": "question.dieet.special", "old": None, "new": True},
    ]
    assert apply(kickoff, DOSSIER, "--json").json["changed"] is False


def test_an_export_keeps_the_comments_of_questions(kickoff: Netwerk) -> None:
    apply(kickoff, DOSSIER)
    kickoff.done("event", "edit", "kickoff", "--question", "dieet=Dieet?; required", "--question", PHOTO)
    path = kickoff.folder / "kickoff.toml"
    kickoff.done("export", "dossier", "kickoff", "-o", str(path))
    _, _, text = path.read_text(encoding="utf-8").partition("# wat de keuken moet weten\n")
    assert text == (
        '[[question]]\nid = "dieet" # zie de kok\ntext = "Dieet?"\nspecial = true\nrequired = true\n\n'
        '[[question]]\nid = "foto"\ntext = "Mag er een foto van u op de site?"\nkind = "yes-no"\n'
    )


def test_a_dossier_without_a_question_that_was_answered_asks_first(answered: Netwerk) -> None:
    text, _, _ = DOSSIER.partition("\n# wat")
    assert apply(answered, text, "--json").error["exit_code"] == 2
    ended = apply(answered, text, "--yes")
    assert (ended.code, "The answers of 1 person to" in ended.err) == (0, True)
    assert answered("event", "show", "kickoff", "--json").json["questions"] == []


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ('text = "Wat?"', "9: [question] needs the key 'id'."),
        ('id = "naam"\ntext = "Wat?"', "10: id: 'naam' is the name of a field; name the question otherwise."),
        ('id = "q"\ntext = "Wat?"\nkind = "keus"', "12: kind: choose from text, choice, choices, yes-no."),
        ('id = "q"\ntext = "Wat?"\nkind = "choice"', "12: kind: 'q' lacks its choices; write them as choice: A | B."),
        ('id = "q"\ntext = "Wat?"\nchoices = ["a"]', "12: choices: 'q' has choices, so its kind is choice or choices."),
        ('id = "q"\ntext = "Wat?"\nverplicht = true', "12: There is no key 'verplicht' in [question]"),
    ],
)  # fmt: skip
def test_what_is_off_with_a_question_is_named_on_its_line(kickoff: Netwerk, table: str, fault: str) -> None:
    text, _, _ = DOSSIER.partition("\n# wat")
    ended = apply(kickoff, f"{text}[[question]]\n{table}\n")
    assert ended.code == 2
    line, _, rest = fault.partition(":")
    assert f"kickoff.toml:{line}:{rest}" in ended.err


# ------------------------------------------------------------------------- lists
LIST = (
    "Tijdstip;Naam;E-mailadres;Welke workshops?;Heeft u dieetwensen?;Gsm\n"
    "9/01/2024 8:01;Bea Voorbeeld;bea@example.org;Water;vegan;0470\n"
    "9/01/2024 8:05;Cas Voorbeeld;cas@example.org;;;\n"
)
IMPORT = ("import", "registrations", "kickoff", "-")


def test_columns_are_matched_by_what_is_asked_and_the_rest_is_named(asking: Netwerk) -> None:
    ended = asking(*IMPORT, stdin=LIST)
    assert ended.err.splitlines()[:2] == [
        "Columns: Tijdstip = received; Naam = name; E-mailadres = e-mail; Welke workshops? = workshop; "
        "Heeft u dieetwensen? = dieet.",
        "Not read: Gsm.",
    ]
    rows = asking("registration", "list", "kickoff", "--fields", "name,workshop,dieet").lines
    assert rows == [["Bea Voorbeeld", "Water", "vegan"], ["Cas Voorbeeld", "", ""]]


def test_who_left_a_required_question_open_is_taken_and_named(asking: Netwerk) -> None:
    result = asking(*IMPORT, "--json", stdin=LIST).json
    assert result["counts"]["confirmed"] == 2
    assert [one["code"] for one in result["rows"][1]["warnings"]] == ["answer_missing"]
    assert result["rows"][0]["warnings"] == []


def test_a_list_without_a_column_for_a_required_question_is_warned_of_once(asking: Netwerk) -> None:
    ended = asking(*IMPORT, stdin="Naam;E-mail\nBea;bea@example.org\nCas;cas@example.org\n")
    warning = "Careful: no column answers 'workshop', which has to be answered."
    assert (ended.code, ended.err.count(warning), ended.err.count("Careful")) == (0, 1, 1)


def test_an_answer_that_is_none_of_the_choices_refuses_its_row_with_what_was_meant(asking: Netwerk) -> None:
    ended = asking(*IMPORT, "--json", stdin=LIST.replace(";Water;", ";Watr;"))
    row = ended.error["details"]["rows"][0]
    assert (ended.code, row["outcome"], row["column"], row["value"], row["suggestion"]) == (
        8, "refused", "workshop", "Watr", "Water"
    )  # fmt: skip
    assert row["message"] == "The answer to 'workshop' is none of its choices: Rots, Water, Lucht."


def test_a_special_answer_that_is_none_is_not_printed(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--question", "kost=Welke kost?; choice: Vlees | Vis; special")
    text = "Naam;E-mail;kost\nBea;bea@example.org;Visje\n"
    for options in ((), ("--json",)):
        ended = kickoff(*IMPORT, *options, stdin=text)
        assert (ended.code, "Visje" in ended.err) == (8, False)


def test_a_corrected_answer_corrects_its_row_only_and_a_special_one_is_not_said(asking: Netwerk) -> None:
    asking.done(*IMPORT[:3], _written(asking, LIST))
    changed = LIST.replace(";Water;vegan;", ";Lucht;halal;")
    result = asking(*IMPORT, "--json", stdin=changed).json
    assert [(row["outcome"], row["changes"]) for row in result["rows"]] == [
        ("updated", {"workshop": ["Water", "Lucht"], "dieet": ["…", "…"]})
    ]
    assert asking(*IMPORT, "--json", stdin=changed).json["changed"] is False


def test_what_was_answered_here_since_is_not_set_back(asking: Netwerk) -> None:
    path = _written(asking, LIST)
    asking.done(*IMPORT[:3], path).done("registration", "edit", "kickoff", "r1", "--answer", "workshop=Rots")
    assert asking(*IMPORT[:3], path, "--json").json["changed"] is False


def _written(desk: Netwerk, text: str) -> str:
    path = desk.folder / "lijst.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_columns_become_questions_and_what_asks_after_health_is_special(kickoff: Netwerk) -> None:
    result = kickoff(*IMPORT, "--keep-columns", "--json", stdin=LIST).json
    assert result["kept"] == ["welke-workshops", "heeft-u-dieetwensen", "gsm"]
    asked = kickoff("event", "show", "kickoff", "--json").json["questions"]
    assert [(one["text"], one["special"]) for one in asked] == [
        ("Welke workshops?", False), ("Heeft u dieetwensen?", True), ("Gsm", False)
    ]  # fmt: skip
    again = kickoff(*IMPORT, "--keep-columns", "--json", stdin=LIST).json
    assert (again["changed"], again["kept"], again["counts"]["unchanged"]) == (False, [], 2)
    kickoff.done("undo")
    assert kickoff("event", "show", "kickoff", "--json").json["questions"] == []


def test_what_is_empty_or_what_a_form_adds_becomes_no_question(kickoff: Netwerk) -> None:
    text = "Naam,E-mail,Id,IP address,Leeg,Tweede e-mail\nBea,bea@example.org,7,10.0.0.1,,b@example.org\n"
    result = kickoff(*IMPORT, "--keep-columns", "--json", stdin=text).json
    assert (result["kept"], result["unread"]) == ([], ["Id", "IP address", "Leeg", "Tweede e-mail"])


def test_map_says_which_question_a_column_answers_until_it_is_asked_no_more(asking: Netwerk) -> None:
    text = "Naam;E-mail;Groep\nBea;bea@example.org;Rots\n"
    asking.done("event", "edit", "kickoff", "--question", "workshop=; optional")
    result = asking(*IMPORT, "--map", "Groep=workshop", "--json", stdin=text).json
    assert result["mapping"]["Groep"] == "workshop"
    assert asking(*IMPORT, "--json", stdin=text).json["mapping"]["Groep"] == "workshop"
    asking.done("event", "edit", "kickoff", "--remove-question", "workshop", "--yes")
    assert asking(*IMPORT, "--json", stdin=text).json["unread"] == ["Groep"]
    assert asking.error(*IMPORT, "--map", "Groep=workshop")["exit_code"] == 2


def test_our_own_lists_bring_their_answers_back(answered: Netwerk) -> None:
    fields = ("--fields", "code,name,email,received_at,workshop,foto,dieet")
    answered.done("event", "copy", "kickoff", "ander", "--starts", "2024-02-01 9:00").done(
        "event", "open", "ander"
    )
    lists = [
        answered("export", "attendees", "kickoff", *fields).out,
        answered("export", "attendees", "kickoff", *fields, "--excel", "--lang", "nl").out,
        answered("export", "attendees", "kickoff", *fields, "--format", "json").out,
    ]
    for text in lists:
        answered.done("event", "open", "ander")
        ended = answered("import", "registrations", "ander", "-", "--json", stdin=text)
        assert ended.json["counts"]["confirmed"] == 1
        shown = answered("registration", "list", "ander", "--fields", "workshop,foto,dieet").lines
        assert shown == [["Rots; Lucht", "yes", SECRET]]
        answered.done("undo")
    listed = answered("registration", "list", "kickoff", "--json").out
    ended = answered("import", "registrations", "ander", "-", "--json", stdin=listed)
    assert ended.json["counts"]["confirmed"] == 1
    assert answered("registration", "list", "ander", "--fields", "workshop,foto,dieet").lines == [
        ["Rots; Lucht", "yes", ""]
    ]


def test_a_question_that_looks_like_a_formula_is_none_in_excel(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--question", "som==1+1").done(*ANS, "--answer", "som==2")
    excel = kickoff("export", "attendees", "kickoff", "--excel", "--fields", "som,name").out.splitlines()
    assert excel == ["\ufeff'=1+1;Name", "'=2;Ans Voorbeeld"]


def test_more_columns_than_can_be_asked_are_refused_whole(kickoff: Netwerk) -> None:
    columns = [f"Vraag {number}" for number in range(150)]
    text = (
        ";".join(("Naam", "E-mail", *columns)) + "\n" + ";".join(("Bea", "bea@example.org", *columns)) + "\n"
    )
    before = kickoff.files()
    error = kickoff(*IMPORT, "--keep-columns", "--json", stdin=text).error
    assert error["message"] == "--question: an event asks at most 100 questions."
    assert kickoff.files() == before


def test_a_whole_group_is_registered_and_told_of_what_is_open(asking: Netwerk) -> None:
    asking.done("group", "add", "opdc", "--title", "OPDC")
    asking.done("group", "admit", "opdc", "--name", "Bo", "--email", "bo@example.org")
    ended = asking("registration", "add", "kickoff", "--members", "opdc")
    assert (ended.code, "Careful: 'workshop' has to be answered, and was not." in ended.err) == (0, True)


def test_an_event_that_asks_is_explained_as_to_who_answers(asking: Netwerk) -> None:
    assert json.loads(asking("explain", "kickoff", "--json").out)["verdict"] == "confirmed"


def test_answers_are_kept_through_a_restore(answered: Netwerk) -> None:
    backup = str(answered.folder / "veilig.json")
    answered.done("backup", backup).done("registration", "edit", "kickoff", "r1", "--answer", "dieet=")
    answered.done("restore", backup, "--yes")
    assert answered("registration", "list", "kickoff", "--fields", "dieet").lines == [[SECRET]]
