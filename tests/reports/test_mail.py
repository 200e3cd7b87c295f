"""A mail is the page in another rendering: the same words and figures, in what mail programs can show."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.base.mailbody import Correction, MailBody, MailFrame
from pipeline.base.text import HARD_SPACE
from pipeline.reports import Reports
from tests.reports.conftest import written_report

FRAME = MailFrame("Prøve Kommune", "https://intranet.kommune.example/tilsyn/rapport.html")
OWN_WORDS = {
    "Prøve Kommune: ledelsestilsyn": "the sender, where the page names plan and organisation",
    "Åbn rapporten": "the way to the page",
    "Nu": "over the figures, which the department's page has a column each for",
    "Retning på et år": "over the shapes, which the department's page has in each block",
    "De øvrige 2 står i rapporten.": "that the mail names what is missed alone",
    "De øvrige 3 står i rapporten.": "the same",
    "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
    "Den nævner ingen børn og ingen rådgivere.": "what the mail itself is",
}
"""What a mail says that the page does not, and why."""
TOLERATED = {
    "<body> element": "some programs replace it; the colours stand on the table inside it too",
    "height property": "the check takes line-height for it; no element is given a height",
    "aria-hidden attribute": "where it is ignored the sign is read out beside the word that says the same",
    "role attribute": "only Windows Mail drops it, and reads the layout table's cells in the same order",
    "@media": "programs that know no dark rules show the light colours, or darken them themselves",
    "<style> element": "it holds the dark rules alone; all else stands on the elements",
    "color-scheme meta tag": "the same",
    "border-radius": "the button gets square corners",
    "white-space": "a count may break into two lines",
}
"""What a large mail program cannot show, and why that does no harm."""
TAKES_AIR = {"td", "th", "body"}
"""Outlook on Windows gives padding and borders to cells (and to tables as a whole) alone."""


@pytest.fixture
def filled(file):
    """Two teams with every kind of verdict, a deadline each way, a remark and a ladder."""
    file.calculate("2021-08")
    file.team("T1", "Team Nord")
    file.team("T2", "Team <b>& Syd")
    for team_id, k in (("T1", 3), ("T2", 15), ("ALLE", 8)):
        n = 40 if team_id == "ALLE" else 20
        for periode in ("2021-06", "2021-07", "2021-08"):
            file.result("5.1", team_id, k, n, periode=periode)
            file.result("5.2", team_id, n, n, periode=periode)
            file.result("6.1", team_id, k, n, periode=periode)
        file.result("5.1", team_id, 2 * k, 2 * n, rolling=True)
        file.result("5.3", team_id, 1, 3)
        file.result("5.4", team_id, 0, 0, afventer=2)
        file.result("6.1", team_id, 1, 2, source="tilsyn")
        file.result("4.2", team_id, 5, 7)
    file.result("1.3", "ALLE", 18, 33)
    file.frist("5.1", "T1", "U1", date(2021, 8, 20), sag_id="SAG-4711")
    file.frist("5.1", "T1", "U2", date(2021, 9, 3), sag_id="SAG-4712", raadgiver_id="R77")
    file.remark(1, "Grænsen for karantæne er hævet til 9 %.")
    file.sag("S1", "T1")
    file.set_(
        "indsatser", indsats_id="I1", sag_id="S1", start_dato=date(2021, 2, 1), indsatstrin=3,
        kategori="forebyggende_52",
    )  # fmt: skip
    return file


@pytest.fixture
def both(filled, plan, tmp_path):
    """A team's page, or the department's, and the body of its mail."""

    def both(team_id: str, frame: MailFrame = FRAME) -> tuple[str, MailBody]:
        with Reports(filled.database, [plan]).mails() as body:
            mail = body(team_id, frame)
        return written_report(filled, tmp_path, team_id), mail

    return both


class Texts(HTMLParser):
    """Every text a reader meets, with what stands for pictures; and the elements with their styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.styles: list[tuple[str, str]] = []
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element, its style and its text alternative."""
        fields = dict(attrs)
        self._hidden += tag in {"style", "title"}
        self.styles.append((tag, fields.get("style") or ""))
        self._add(fields.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """What is no text of the page ends."""
        self._hidden -= tag in {"style", "title"}

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        if not self._hidden:
            self._add(data)

    def _add(self, text: str) -> None:
        if cleaned := " ".join(text.split()):
            self.texts.append(cleaned)


@pytest.mark.parametrize("team_id", ["T1", "T2", "ALLE"])
def test_the_mail_says_nothing_that_the_page_does_not_say_in_the_same_words(both, team_id):
    """Every sentence, figure and verdict of the mail stands so on the page; a picture repeats figures.

    The page has no colon after a line's mark, and names the plan before it says as of when.
    """
    page, mail = both(team_id)
    on_the_page = {
        part for t in Texts(page).texts for part in (t, f"{t}:", t.removesuffix(" ("), t.partition(". ")[2])
    }
    told = [t for t in Texts(mail.html).texts if not t.startswith("Små kurver")]
    assert [t for t in told if t not in on_the_page | OWN_WORDS.keys()] == []


@pytest.mark.parametrize("team_id", ["T1", "T2", "ALLE"])
def test_what_matters_most_and_every_missed_milestone_are_in_the_mail(filled, plan, both, team_id):
    """The first sentences; a team's week, the department's lines; the remarks; each that is missed."""
    page = Reports(filled.database, [plan]).page(team_id)
    _, mail = both(team_id)
    in_mail = Texts(mail.html).texts
    outcome = [page.first.lead, page.first.more, *page.remarks]
    if page.first.week:
        outcome.append(page.first.week.passed)
    else:
        outcome += [field for line in page.lines for field in (line.label, line.text)]
    missed = [row for row in page.first.milestones.rows if row.verdict.tone == "mangler"]
    assert bool(missed) == (team_id != "T2")
    for row in missed:
        outcome += [f"{row.id} {row.title}", row.figure, row.count, row.target]
    if page.ladder:
        outcome += [page.ladder.status, page.ladder.picture.alt]
    assert [v for v in outcome if v and " ".join(v.split()) not in in_mail] == []


def test_the_weeks_list_is_counted_where_no_case_may_stand(both):
    """Day and call, and how many where there are several; with case ids each by itself."""
    _, without = both("T1")
    _, beside = both("T1", MailFrame("Prøve Kommune", "rapporter", case_numbers=True))
    assert "- fredag 3/9: Partshør" in without.text
    assert "- fredag 3/9: Partshør (U2), sag SAG-4712" in beside.text
    assert without.subject == "1 frist til og med uge 35"


@pytest.mark.parametrize("team_id", ["T1", "ALLE"])
def test_the_plain_text_is_complete(both, team_id):
    """Whoever reads the plain text misses nothing of the HTML but its button."""
    _, mail = both(team_id)
    text = " ".join(mail.text.split()).casefold()
    only_html = {"Åbn rapporten", "Indikator", "Nu", "Retning på et år", "Team", "–", "Hvornår", "Hvad"}
    sign = {"✓", "✗", "▲", "?", "○", "↗", "→", "↘"}
    missing = [t for t in Texts(mail.html).texts if t not in only_html | sign and t.casefold() not in text]
    assert missing == []
    assert max(map(len, mail.text.splitlines())) <= 78


def test_a_correction_stands_in_both_parts(both):
    """Why the mail comes again, and old and new of each figure."""
    correction = Correction("5.1 Partshøring", "3 af 16", "12 af 16")
    frame = MailFrame("Prøve Kommune", "rapporter", "Denne mail erstatter en anden.", (correction,))
    _, mail = both("T1", frame)
    texts = Texts(mail.html).texts
    for part in ("Rettet udgave.", frame.corrected, correction.what, correction.before, correction.now):
        assert part in texts
        assert part in mail.text


def test_cases_stand_in_it_only_where_asked_for_and_caseworkers_never(both):
    """Case ids leave the report only by a setting; the caseworkers who group them there never do."""
    _, without = both("T1")
    _, beside = both("T1", MailFrame("Prøve Kommune", "rapporter", case_numbers=True))
    for part in (without.html, without.text):
        assert not re.search("SAG-47|R77", part)
    for part in (beside.html, beside.text):
        assert "SAG-4712" in part
        assert "R77" not in part
    assert (without.case_numbers, beside.case_numbers) == (False, True)


def test_leaders_comments_stay_in_the_report(filled, both):
    """A comment is confidential: it stands under its figure on the page and in no mail."""
    filled.leverance().comment("5.1", "T1", "2021-08", "Fortroligt ord fra lederen")
    page, mail = both("T1")
    assert "Fortroligt ord fra lederen" in page
    assert "Fortroligt ord fra lederen" not in mail.html + mail.text


def test_every_figure_beside_results_and_deadlines_can_be_told_from_the_last(filled, plan):
    """The nearest and oldest deadlines, the department's share a team is shown, teams and ladder."""
    reports = Reports(filled.database, [plan])
    team, all_ = (
        {figure.label: figure.value.replace(HARD_SPACE, " ") for figure in reports.shown_figures(id_)}
        for id_ in ("T1", "ALLE")
    )
    assert team["Frister de næste 14 dage"] == "1"
    assert team["Ældste overskredne frist"] == "11 dage"
    survey = "1.3 Tydelig og faglig ledelse (spørgeskema til medarbejderne, august 2021, hele afdelingen)"
    assert team[survey].startswith("18 af 33 (55 %), milepæl ikke fastsat")
    assert team["5.1 Partshøring inden for 14 dage (DUBU, august 2021)"] == (
        "3 af 20 (15 %), ikke nået, 0 undtaget, 0 afventer, milepæl 50 %"
    )
    assert team["5.1 Partshøring inden for 14 dage (kommende frister)"] == "1 frist"
    assert all_["Team Nord: Overskredet nu"] == "1"
    assert all_["Indsatstrappen, Trin 3: Børn nu"] == "1"
    assert not [what for what in team if "Indsatstrappen" in what or "Team" in what]


def test_a_figures_key_is_its_own_and_stays_when_a_title_is_reworded(filled, plan):
    """A correction is found by key: two figures never share one, and no key holds a title."""
    shown = Reports(filled.database, [plan]).shown_figures("T1")
    keys = [figure.key for figure in shown]
    assert len(keys) == len(set(keys))
    assert "resultat/slagelse_2021_2023/5.1/dubu/maaned/2021-08" in keys
    assert not [key for key in keys if any(indicator.titel in key for indicator in plan.indikatorer)]


def test_no_client_clips_it_and_every_picture_is_its_own(both):
    """Gmail clips at 102 kB; pictures have names of their own, and each is shown with words."""
    _, mail = both("ALLE")
    assert len(mail.html.encode()) < 100_000
    assert [b.name for b in mail.pictures] == ["kurver.png", "indsatstrappe.png"]
    assert re.findall(r'src="cid:([^"]+)"', mail.html) == [b.cid for b in mail.pictures]
    assert all(b.png.startswith(b"\x89PNG") for b in mail.pictures)
    assert len(re.findall(r'<img [^>]*alt="[^"]{20,}"', mail.html)) == 2


def test_the_same_results_give_the_same_mail(both):
    """A mail somebody has looked at stays as it was, byte for byte, when nothing changed."""
    assert both("ALLE")[1] == both("ALLE")[1]


def test_room_and_rims_are_given_to_cells_alone(both):
    """Outlook on Windows drops them elsewhere, and takes a background only by its colour."""
    _, mail = both("ALLE", MailFrame("Prøve Kommune", "https://x.example", "Rettet.", ()))
    for tag, style in Texts(mail.html).styles:
        names = {part.split(":")[0].strip() for part in style.split(";") if ":" in part}
        assert not {"background", "height", "float", "position", "flex"} & names
        if tag not in TAKES_AIR:
            assert not {n for n in names if n.startswith("padding")} - {"padding"}
            assert "padding" not in names or "padding: 0" in style
            assert not {n for n in names if n.startswith("border")} - {"border-collapse", "border"}
            assert "border" not in names or tag in {"table", "img"}
    (dark,) = re.findall(r"<style[^>]*>(.*?)</style>", mail.html, re.DOTALL)
    assert dark.strip().startswith("@media (prefers-color-scheme: dark)")


def test_a_dark_program_gets_colours_of_its_own_and_outlook_a_width(both):
    """Pictures have no ground of their own; Outlook for Windows, which knows no greatest width, a table."""
    _, mail = both("ALLE")
    assert '<meta name="color-scheme" content="light dark">' in mail.html
    assert mail.html.count("<!--[if mso]>") == mail.html.count("<![endif]-->") == 2
    assert 'width="640"' in mail.html
    assert all(Image.open(BytesIO(b.png)).getpixel((0, 0))[3] == 0 for b in mail.pictures)


def test_the_mail_links_to_each_missed_figure_where_the_report_has_an_address(both):
    """A path is no link in any mail program."""
    _, mail = both("T1")
    _, path = both("T1", MailFrame("Prøve Kommune", "rapporter"))
    assert f'href="{FRAME.report}#i-5-1"' in mail.html
    assert "<a " not in path.html


def test_whoever_can_be_answered_is_told_of(both):
    """A reply goes to whoever makes the figures, where the settings name them."""
    _, mail = both("T1", MailFrame("Prøve Kommune", "rapporter", answered=True))
    assert "Et svar på mailen går til den, der laver tallene." in " ".join(mail.text.split())


@pytest.fixture(scope="module")
def caniemail(tmp_path_factory):
    """The data of caniemail, in a folder of its own, its packages as pinned beside the test."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node og npm findes ikke på maskinen")
    folder = tmp_path_factory.mktemp("caniemail")
    for file in (Path(__file__).parent / "node").iterdir():
        shutil.copyfile(file, folder / file.name)
    fetched = subprocess.run(
        ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip("pakken caniemail kan ikke hentes herfra")
    return folder


def test_the_large_mail_programs_can_show_it(both, caniemail):
    """By caniemail's data nothing the mail uses is missing in a large program, but for what does no harm."""
    _, mail = both("ALLE", MailFrame("Prøve Kommune", "https://x.example", "Rettet.", (), case_numbers=True))
    reply = subprocess.run(
        ["node", "tjek.mjs"],
        cwd=caniemail,
        input=mail.html,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    error: dict[str, list[str]] = json.loads(reply.stdout)
    assert error.keys() <= TOLERATED.keys(), error
