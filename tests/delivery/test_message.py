"""One mail: its parts, its headers, what it never holds, and that other programs can read it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import mailparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.harmless import one_line
from pipeline.base.mailbody import MailBody, MailFrame
from pipeline.base.settings import Mail
from pipeline.delivery.message import SUBJECT_LENGTH, Envelope, build, message_id, with_date, without_date
from tests.delivery.setup import SENDER, Setup
from tests.delivery.small_page import body, small_page

NOW = datetime(2021, 6, 1, 9, 0, tzinfo=UTC)
STRICT = policy.SMTP + policy.strict
EMPTY_TAGS = {"meta", "img", "br"}


def read(o: Setup, file: str = "T1.eml") -> EmailMessage:
    mail = message_from_bytes((o.mail_folder / file).read_bytes(), policy=STRICT)
    assert isinstance(mail, EmailMessage)
    return mail


def text(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return part.get_content().replace("\r\n", "\n")


def test_the_plain_text_comes_first_then_html_with_its_pictures(o):
    """multipart/alternative: text, then HTML with related pictures of distinct names, all referred to."""
    o.write()
    mail = read(o)
    assert [d.get_content_type() for d in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    pictures = [d for d in mail.walk() if d.get_content_maintype() == "image"]
    ids = [d["Content-ID"].strip("<>") for d in pictures]
    assert len(set(ids)) == len({d.get_filename() for d in pictures}) == 1
    assert re.findall(r'src="cid:([^"]+)"', text(mail, "html")) == ids
    assert all(d.get_content().startswith(b"\x89PNG") for d in pictures)


def test_the_headers_say_who_from_and_that_nobody_typed_it(o):
    """From, Reply-To, List-Id and Auto-Submitted; one recipient; a Message-ID of the sender's domain."""
    o.with_mail(svar_til="fagkonsulent@kommune.example", afsender_navn="Ledelsestilsyn, Børn og Unge")
    o.write()
    mail = read(o)
    (since,) = mail["From"].addresses
    assert (since.display_name, since.addr_spec) == ("Ledelsestilsyn, Børn og Unge", SENDER)
    assert [a.addr_spec for a in mail["To"].addresses] == ["nord@kommune.example"]
    assert str(mail["Reply-To"]) == "fagkonsulent@kommune.example"
    assert str(mail["List-Id"]) == "<ledelsestilsyn.kommune.example>"
    assert str(mail["Auto-Submitted"]) == "auto-generated"
    assert str(mail["Content-Language"]) == "da"
    assert re.fullmatch(r"<[0-9a-f]{40}@kommune\.example>", str(mail["Message-ID"]))
    assert str(mail["Subject"]) == "Ledelsestilsyn maj 2021: Team Nord"


def test_another_program_reads_the_same_mail(o):
    """An independent parser finds the same headers, both texts and the picture, and no defect."""
    o.team["T1"] = "Familieafdelingen på Nørregade"
    o.write()
    data = (o.mail_folder / "T1.eml").read_bytes()
    mail = mailparser.parse_from_bytes(data)
    assert mail.subject == "Ledelsestilsyn maj 2021: Familieafdelingen på Nørregade"
    assert mail.to == [("", "nord@kommune.example")]
    assert "Milepæle" in mail.text_plain[0]
    assert "Milepæle" in mail.text_html[0]
    assert [a["filename"] for a in mail.attachments] == ["kurver.png"]
    assert not mail.has_defects


def test_every_line_is_short_seven_bit_and_ends_as_mail_lines_do(o):
    """No relay need touch it: ASCII, CRLF, no line above 998 signs, header lines within 78 but for ids."""
    o.team["T1"] = "Æøå " * 30
    o.remarks = ["Grænsen for karantæne er hævet " * 40]
    o.write()
    data = (o.mail_folder / "T1.eml").read_bytes()
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(len(line) for line in data.splitlines()) <= 78


def test_ids_stay_whole_with_a_long_domain():
    """A header of one id is never folded or encoded, however long: programs thread by it."""
    mail = Mail(afsender=f"tilsyn@{'boern-og-unge' * 4}.{'forvaltning' * 4}.example")
    id_ = message_id(mail, "a")
    data = build(content("Team"), Envelope("a@b.dk", id_, answer_to=id_), mail, NOW)
    for head in (b"Message-ID", b"In-Reply-To", b"References"):
        assert head + b": " + id_.encode() + b"\r\n" in data


def test_the_same_content_gives_the_same_bytes_but_for_the_date():
    """Boundaries and ids follow from the content; the date alone moves, and is set when it is sent."""
    envelope = Envelope("a@b.dk", "<id@b.dk>")
    before, after = (build(content("Team"), envelope, Mail(), now) for now in (NOW, NOW.replace(year=2022)))
    assert before != after
    assert without_date(before) == without_date(after)
    assert with_date(before, NOW.replace(year=2022)) == after


HOSTILE = (
    "Nord\r\nBcc: alle@kommune.example",
    "Nord\nSubject: andet",
    "Nord\x0bBcc: x@y.dk",
    "Nord\x85Bcc: x@y.dk",
    "Nord\u2028Bcc: x@y.dk",
    "Nord\x00\x1b[31m",
    "=?utf-8?q?Nord=0ABcc:_x@y.dk?=",
    "Nord\u202edroN",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "$emne ${tekst} {0} %s",
    "<!-- proeve -->",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_adds_no_header_and_no_markup(o, name):
    """A team's name is data: it stays on one line, and in HTML it is text."""
    o.team["T1"] = name
    o.write()
    mail = read(o)
    unknown = set(mail.keys()) - {
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted",
        "X-Auto-Response-Suppress", "MIME-Version", "Content-Type", "Content-Language",
    }  # fmt: skip
    assert not unknown
    assert [a.addr_spec for a in mail["To"].addresses] == ["nord@kommune.example"]
    subject = str(mail["Subject"])
    assert subject.startswith("Ledelsestilsyn maj 2021: ")
    assert len(subject) <= SUBJECT_LENGTH
    assert "\u202e" not in subject
    tags = Tags()
    tags.feed(text(mail, "html"))
    assert not tags.opened
    assert "script" not in tags.sete
    assert tags.sete.count("img") == 1


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_name_makes_a_mail_that_parses_strictly(name):
    """No text whatever breaks the mail or its subject's length."""
    data = build(content(name), Envelope("a@b.dk", "<id@b.dk>"), Mail(), NOW)
    mail = message_from_bytes(data, policy=STRICT)
    assert len(str(mail["Subject"])) <= SUBJECT_LENGTH
    shown = str(mail["Subject"]).removesuffix("…")
    assert f"Ledelsestilsyn maj 2021: {one_line(name)}".startswith(shown)
    assert [str(d.get_content_type()) for d in mail.walk()][:2] == ["multipart/alternative", "text/plain"]


def test_no_case_no_caseworker_and_no_child_is_named_by_default(o):
    """The action list stays in the report, and the mail says where that lies."""
    o.frist("T1", "S-4711", date(2021, 5, 12), 19)
    o.with_mail(rapportsted="https://intranet.kommune.example/tilsyn/")
    o.write()
    mail = read(o)
    for kind in ("plain", "html"):
        assert not re.search("S-4711|R77", text(mail, kind))
        assert "https://intranet.kommune.example/tilsyn/2021-05/T1/rapport.html" in text(mail, kind)


def test_case_ids_stand_in_the_mail_where_the_settings_ask_for_it(o):
    """The team's overdue and coming deadlines, each with its case; still no caseworker, and it says so."""
    o.frist("T1", "S-4711", date(2021, 5, 12), 19)
    o.frist("T1", "S-4712", date(2021, 6, 1), 1, "kommende")
    o.frist("T2", "S-8888", date(2021, 5, 12), 19)
    o.with_mail(sagsnumre=True)
    o.write()
    word = " ".join(text(read(o), "plain").split())
    assert "12-05-2021: Partshør (U-S-4711), sag S-4711" in word
    assert "01-06-2021: Partshør (U-S-4712), sag S-4712" in word
    assert not re.search("S-8888|R77", word)
    assert "rummer sagsnumre" in word


@pytest.mark.parametrize(
    ("place", "outcome"),
    [
        (None, "rapporter/2021-05/T1/rapport.html"),
        (r"\\filserver\ledelse", r"\\filserver\ledelse\2021-05\T1\rapport.html"),
        ("/mnt/rapporter/", "/mnt/rapporter/2021-05/T1/rapport.html"),
    ],
)
def test_the_report_is_found_where_the_settings_say(o, place, outcome):
    """A path is written out with the slashes its base has; mail programs open no paths, so it is no link."""
    o.with_mail(rapportsted=place)
    o.write()
    assert outcome in text(read(o), "plain")
    assert "<a " not in text(read(o), "html")


def test_an_address_that_runs_something_is_never_a_link(o):
    """Only web addresses become links."""
    o.with_mail(rapportsted="javascript:alert(1)//")
    o.write()
    assert "href" not in text(read(o), "html")


def test_remarks_of_the_run_are_stated(o):
    """What the reports must state stands in the mail too."""
    o.remarks = ["Grænsen for karantæne er hævet til 9 %."]
    o.write()
    for kind in ("plain", "html"):
        assert "Grænsen for karantæne er hævet til 9 %." in text(read(o), kind)


def test_nothing_in_the_html_is_loaded_from_outside(o):
    """No remote picture, style or script: opening a mail tells nobody."""
    o.write()
    html = text(read(o), "html")
    assert not re.search(r"(?i)(src|background)=[\"'](?!cid:)|url\(|<script|<link|@import", html)


class Tags(HTMLParser):
    """Which elements there are, and which are left open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.sete: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """An element begins."""
        self.sete.append(tag)
        if tag not in EMPTY_TAGS:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """It ends, and must be the innermost."""
        assert self.opened.pop() == tag


def content(name: str) -> MailBody:
    """A mail that says little."""
    return body(small_page(name), MailFrame("Kommunen", "rapporter"))
