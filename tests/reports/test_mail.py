"""A mail is the page in another rendering: the same words and figures, in what mail programs can show."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.mailbody import Mailkrop, Mailramme, Rettelse
from pipeline.reports import Rapporter, mappenavn

RAMME = Mailramme("Prøve Kommune", "https://intranet.kommune.example/tilsyn/rapport.html")
EGNE_ORD = {
    "Prøve Kommune: ledelsestilsyn": "the sender, where the page names plan and organisation",
    "Åbn rapporten": "the way to the page",
    "Milepæl": "before each milestone, since the mail's table has no column of its own for it",
    "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
    "Den nævner ingen børn og ingen rådgivere.": "what the mail itself is",
}
"""What a mail says that the page does not, and why."""
TAALES = {
    "<body> element": "some programs replace it; the colours stand on the table inside it too",
    "height property": "the check takes line-height for it; no element is given a height",
    "aria-hidden attribute": "where it is ignored the sign is read out beside the word that says the same",
    "role attribute": "only Windows Mail drops it, and reads the layout table's cells in the same order",
    "border-radius": "the button gets square corners",
    "white-space": "a count may break into two lines",
}
"""What a large mail program cannot show, and why that does no harm."""
TAGER_LUFT = {"td", "th", "body"}
"""Outlook on Windows gives padding and borders to cells (and to tables as a whole) alone."""


@pytest.fixture
def fyldt(fil):
    """Two teams with every kind of verdict, a deadline each way, a remark and a ladder."""
    fil.opgoer("2021-08")
    fil.hold("T1", "Team Nord")
    fil.hold("T2", "Team <b>& Syd")
    for team_id, k in (("T1", 3), ("T2", 15), ("ALLE", 8)):
        n = 40 if team_id == "ALLE" else 20
        for periode in ("2021-06", "2021-07", "2021-08"):
            fil.resultat("5.1", team_id, k, n, periode=periode)
            fil.resultat("5.2", team_id, n, n, periode=periode)
            fil.resultat("6.1", team_id, k, n, periode=periode)
        fil.resultat("5.1", team_id, 2 * k, 2 * n, rullende=True)
        fil.resultat("5.3", team_id, 1, 3)
        fil.resultat("5.4", team_id, 0, 0, afventer=2)
        fil.resultat("6.1", team_id, 1, 2, kilde="tilsyn")
        fil.resultat("4.2", team_id, 5, 7)
    fil.resultat("1.3", "ALLE", 18, 33)
    fil.frist("5.1", "T1", "U1", date(2021, 8, 20), sag_id="SAG-4711")
    fil.frist("5.1", "T1", "U2", date(2021, 9, 3), sag_id="SAG-4712", raadgiver_id="R77")
    fil.bemaerk(1, "Grænsen for karantæne er hævet til 9 %.")
    fil.sag("S1", "T1")
    fil.saet(
        "indsatser", indsats_id="I1", sag_id="S1", start_dato=date(2021, 2, 1), indsatstrin=3,
        kategori="forebyggende_52",
    )  # fmt: skip
    return fil


@pytest.fixture
def begge(fyldt, plan, tmp_path):
    """A team's page, or the department's, and the body of its mail."""

    def begge(team_id: str, ramme: Mailramme = RAMME) -> tuple[str, Mailkrop]:
        rapporter = Rapporter(fyldt.database, plan)
        rapporter.skriv(tmp_path)
        with rapporter.mails() as krop:
            mail = krop(team_id, ramme)
        return (tmp_path / mappenavn(team_id) / "rapport.html").read_text(encoding="utf-8"), mail

    return begge


class Tekster(HTMLParser):
    """Every text a reader meets, with what stands for pictures; and the elements with their styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tekster: list[str] = []
        self.stile: list[tuple[str, str]] = []
        self._skjult = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element, its style and its text alternative."""
        felter = dict(attrs)
        self._skjult += tag in {"style", "title"}
        self.stile.append((tag, felter.get("style") or ""))
        self._laeg(felter.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """What is no text of the page ends."""
        self._skjult -= tag in {"style", "title"}

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        if not self._skjult:
            self._laeg(data)

    def _laeg(self, tekst: str) -> None:
        if renset := " ".join(tekst.split()):
            self.tekster.append(renset)


@pytest.mark.parametrize("team_id", ["T1", "T2", "ALLE"])
def test_the_mail_says_nothing_that_the_page_does_not_say_in_the_same_words(begge, team_id):
    """Every sentence, figure, verdict and picture's words of the mail stand so on the page.

    The page has no colon after a line's mark, and names the plan before it says as of when.
    """
    side, mail = begge(team_id)
    paa_siden = {del_ for t in Tekster(side).tekster for del_ in (t, f"{t}:", t.partition(". ")[2])}
    assert [t for t in Tekster(mail.html).tekster if t not in paa_siden | EGNE_ORD.keys()] == []


@pytest.mark.parametrize("team_id", ["T1", "T2", "ALLE"])
def test_what_matters_most_and_every_indicators_standing_are_in_the_mail(fyldt, plan, begge, team_id):
    """The five lines, the remarks, each row of the overview and all that is told of those behind."""
    side = Rapporter(fyldt.database, plan).side(team_id)
    _, mail = begge(team_id)
    i_mailen = Tekster(mail.html).tekster
    ventet = [felt for linje in side.sammenfatning.linjer for felt in (linje.maerke, linje.tekst)]
    ventet += side.bemaerkninger
    for gruppe in side.oversigt:
        for r in gruppe.raekker:
            ventet += [f"{r.id} {r.titel}", r.celle.procent, r.celle.antal, r.celle.vurdering.ord]
    bagud = [b for a in side.afsnit for b in a.blokke if b.vurdering.tone == "mangler"]
    assert bool(bagud) == (team_id != "T2")
    for blok in bagud:
        ventet += [f"{blok.id} {blok.titel}", blok.konklusion, blok.anden_kilde]
        ventet += [linje.tekst for linje in blok.udsigt]
    if side.trappe:
        ventet += [side.trappe.status, side.trappe.alt]
    assert [v for v in ventet if v and " ".join(v.split()) not in i_mailen] == []


@pytest.mark.parametrize("team_id", ["T1", "ALLE"])
def test_the_plain_text_is_complete(begge, team_id):
    """Whoever reads the plain text misses nothing of the HTML but its button."""
    _, mail = begge(team_id)
    tekst = " ".join(mail.tekst.split()).casefold()
    kun_html = {"Åbn rapporten", "Indikator", "Resultat", "Vurdering", "Team", "–"}
    tegn = {"✓", "✗", "▲", "?", "○"}
    mangler = [
        t for t in Tekster(mail.html).tekster if t not in kun_html | tegn and t.casefold() not in tekst
    ]
    assert mangler == []
    assert max(map(len, mail.tekst.splitlines())) <= 78


def test_a_correction_stands_in_both_parts(begge):
    """Why the mail comes again, and old and new of each figure."""
    rettelse = Rettelse("5.1 Partshøring", "3 af 16", "12 af 16")
    ramme = Mailramme("Prøve Kommune", "rapporter", "Denne mail erstatter en anden.", (rettelse,))
    _, mail = begge("T1", ramme)
    tekster = Tekster(mail.html).tekster
    for led in ("Rettet udgave.", ramme.rettet, rettelse.hvad, rettelse.foer, rettelse.nu):
        assert led in tekster
        assert led in mail.tekst


def test_cases_stand_in_it_only_where_asked_for_and_caseworkers_never(begge):
    """Case ids leave the report only by a setting; the caseworkers who group them there never do."""
    _, uden = begge("T1")
    _, med = begge("T1", Mailramme("Prøve Kommune", "rapporter", sagsnumre=True))
    for del_ in (uden.html, uden.tekst):
        assert not re.search("SAG-47|R77", del_)
    for del_ in (med.html, med.tekst):
        assert "SAG-4711" in del_
        assert "SAG-4712" in del_
        assert "R77" not in del_
    assert (uden.sagsnumre, med.sagsnumre) == (False, True)


def test_leaders_comments_stay_in_the_report(fyldt, begge):
    """A comment is confidential: it stands under its figure on the page and in no mail."""
    fyldt.leverance().kommentar("5.1", "T1", "2021-08", "Fortroligt ord fra lederen")
    side, mail = begge("T1")
    assert "Fortroligt ord fra lederen" in side
    assert "Fortroligt ord fra lederen" not in mail.html + mail.tekst


def test_every_figure_beside_results_and_deadlines_can_be_told_from_the_last(fyldt, plan):
    """The nearest and oldest deadlines, the department's share a team is shown, teams and ladder."""
    rapporter = Rapporter(fyldt.database, plan)
    hold, alle = dict(rapporter.noegletal("T1")), dict(rapporter.noegletal("ALLE"))
    assert hold["Frister de næste 14 dage"] == "1"
    assert hold["Ældste overskredne frist"] == "11 dage"
    assert hold["1.3 Tydelig og faglig ledelse (hele afdelingen)"] == "18 af 33"
    assert alle["Team Nord: Overskredet nu"] == "1"
    assert alle["Indsatstrappen, Trin 3: Børn nu"] == "1"
    assert not [hvad for hvad in hold if "Indsatstrappen" in hvad or "Team" in hvad]


def test_no_client_clips_it_and_every_picture_is_its_own(begge):
    """Gmail clips at 102 kB; pictures have names of their own, and each is shown with words."""
    _, mail = begge("ALLE")
    assert len(mail.html.encode()) < 100_000
    assert [b.navn for b in mail.billeder] == ["kurver.png", "indsatstrappe.png"]
    assert re.findall(r'src="cid:([^"]+)"', mail.html) == [b.cid for b in mail.billeder]
    assert all(b.png.startswith(b"\x89PNG") for b in mail.billeder)
    assert len(re.findall(r'<img [^>]*alt="[^"]{20,}"', mail.html)) == 2


def test_the_same_results_give_the_same_mail(begge):
    """A mail somebody has looked at stays as it was, byte for byte, when nothing changed."""
    assert begge("ALLE")[1] == begge("ALLE")[1]


def test_room_and_rims_are_given_to_cells_alone(begge):
    """Outlook on Windows drops them elsewhere, and takes a background only by its colour."""
    _, mail = begge("ALLE", Mailramme("Prøve Kommune", "https://x.example", "Rettet.", ()))
    for tag, stil in Tekster(mail.html).stile:
        navne = {del_.split(":")[0].strip() for del_ in stil.split(";") if ":" in del_}
        assert not {"background", "height", "float", "position", "flex"} & navne
        if tag not in TAGER_LUFT:
            assert not {n for n in navne if n.startswith("padding")} - {"padding"}
            assert "padding" not in navne or "padding: 0" in stil
            assert not {n for n in navne if n.startswith("border")} - {"border-collapse", "border"}
            assert "border" not in navne or tag in {"table", "img"}
    assert "<style" not in mail.html


@pytest.fixture(scope="module")
def caniemail(tmp_path_factory):
    """The data of caniemail, in a folder of its own, its packages as pinned beside the test."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node og npm findes ikke på maskinen")
    mappe = tmp_path_factory.mktemp("caniemail")
    for fil in (Path(__file__).parent / "node").iterdir():
        shutil.copyfile(fil, mappe / fil.name)
    hentet = subprocess.run(
        ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=mappe,
        capture_output=True,
        check=False,
    )
    if hentet.returncode:
        pytest.skip("pakken caniemail kan ikke hentes herfra")
    return mappe


def test_the_large_mail_programs_can_show_it(begge, caniemail):
    """By caniemail's data nothing the mail uses is missing in a large program, but for what does no harm."""
    _, mail = begge("ALLE", Mailramme("Prøve Kommune", "https://x.example", "Rettet.", (), sagsnumre=True))
    svar = subprocess.run(
        ["node", "tjek.mjs"],
        cwd=caniemail,
        input=mail.html,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    fejl: dict[str, list[str]] = json.loads(svar.stdout)
    assert fejl.keys() <= TAALES.keys(), fejl
