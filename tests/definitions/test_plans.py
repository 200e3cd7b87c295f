"""Loading of plan files: what holds, and that every fault is named at once with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError
from pipeline.definitions.plans import read_plan_file
from tests.definitions.plan_file import PLAN, error_in, write


def test_a_plan_that_holds_is_loaded_whole(folder: Path):
    """Months stand for their last day, null is a value, and what a plan does not date has no deadline."""
    plan = read_plan_file(write(folder))
    indicator = plan.indicator("1.1")
    assert [(m.dato, m.procent, m.slutmaal) for m in indicator.milepaele] == [
        (date(2021, 4, 30), 25.0, False),
        (date(2021, 12, 31), 100.0, True),
    ]
    assert indicator.beregning.parametre == {"dage": 14, "fra_dato": date(2020, 10, 1), "slags": None}
    assert [a.frist for a in plan.aktiviteter] == [date(2021, 4, 30), date(2021, 3, 31), None]


def test_the_conclusion_agrees_with_the_number_of_units(folder: Path):
    """Many decisions had a plan before *they* were made, a single one before *it* was."""
    i = read_plan_file(write(folder)).indicator("1.1")
    assert f"12 af 16 {i.unit_for(16)} {i.met_for(16)}" == (
        "12 af 16 afgørelser havde en plan, før de blev truffet"
    )
    assert f"1 af 1 {i.unit_for(1)} {i.met_for(1)}" == "1 af 1 afgørelse havde en plan, før den blev truffet"


REFERENCE = "    referencer: [{vaerdi: 101, dato: 2013-12, tekst: T, kilde: K, forbehold: F}]\n"
PARAMETER = "skal være et tal, en tekst, en dato, true, false, null eller en liste af tekster eller af tal"

# what is wrong | text of the file | put in its place | line | place | what was expected there
SINGLE_FAULTS = (
    (
        "ukendt nøgle",
        "    kilde: dubu",
        "    kidle: dubu\n    kilde: dubu",
        15,
        "indikatorer 1.1 kidle",
        "er en ukendt nøgle",
    ),
    ("nøgle mangler", "    retning: stigende\n", "", 11, "indikatorer 1.1 retning", "mangler"),
    (
        "ukendt kilde",
        "kilde: dubu",
        "kilde: avis",
        15,
        "indikatorer 1.1 kilde: skal være en af",
        "dubu, sofus, tilsyn, spoergeskema",
    ),
    (
        "tom tekst",
        "lovgrundlag: Ingen lovfrist",
        'lovgrundlag: " "',
        28,
        "indikatorer 1.1 lovgrundlag",
        "må ikke være tom",
    ),
    (
        "procent over 100",
        "procent: 100,",
        "procent: 101,",
        34,
        "indikatorer 1.1 milepaele 2021-12-31 procent",
        "skal være et tal fra 0 til 100",
    ),
    (
        "procent under 0",
        "procent: 25",
        "procent: -1",
        33,
        "indikatorer 1.1 milepaele 2021-04 procent",
        "skal være et tal, der ikke er negativt",
    ),
    ("id som tal", 'id: "1.1"', "id: 1.1", 11, "indikatorer 1.1 id", "skal være tekst"),
    (
        "måned 13",
        "dato: 2021-04,",
        "dato: 2021-13,",
        33,
        "indikatorer 1.1 milepaele 2021-13 dato",
        "skal være en måned (åååå-mm) eller en dato (åååå-mm-dd)",
    ),
    (
        "startdato som måned",
        "start_dato: 2021-01-01",
        "start_dato: 2021-01",
        4,
        "start_dato",
        "skal være en dato (åååå-mm-dd)",
    ),
    (
        "dato uden for planen",
        "dato: 2021-12-31,",
        "dato: 2022-01-31,",
        34,
        "indikatorer 1.1 milepaele 2022-01-31 dato",
        "ligger uden for planens periode",
    ),
    (
        "planen slutter før start",
        "slut_dato: 2021-12-31",
        "slut_dato: 2020-12-31",
        5,
        "slut_dato",
        "skal ligge efter start_dato",
    ),
    (
        "uordnet",
        "dato: 2021-12-31,",
        "dato: 2021-02-28,",
        34,
        "indikatorer 1.1 milepaele 2021-02-28",
        "skal stå i rækkefølge efter dato og derefter vedtaget",
    ),
    (
        "samme dato to gange",
        "dato: 2021-12-31,",
        "dato: 2021-04-30,",
        34,
        "indikatorer 1.1 milepaele 2021-04-30",
        "samme dato står to gange uden en ny vedtaget-dato",
    ),
    (
        "forkert retning",
        "procent: 100,",
        "procent: 10,",
        34,
        "indikatorer 1.1 milepaele 2021-12-31 procent",
        "går den forkerte vej: retningen er stigende",
    ),
    (
        "faldende mod stigende milepæle",
        "retning: stigende",
        "retning: faldende",
        34,
        "indikatorer 1.1 milepaele 2021-12-31 procent",
        "går den forkerte vej: retningen er faldende",
    ),
    (
        "en frist som andet end en andel",
        "art: frist\n    vaerditype: andel",
        "art: frist\n    vaerditype: antal",
        20,
        "indikatorer 1.1 vaerditype",
        "frist kan kun opgøres som andel",
    ),
    (
        "en kadence som andet end en andel",
        "art: frist\n    vaerditype: andel",
        "art: kadence\n    vaerditype: antal",
        20,
        "indikatorer 1.1 vaerditype",
        "kadence kan kun opgøres som andel",
    ),
    (
        "tilsyn, der ikke fører",
        "kilde: dubu",
        "kilde: tilsyn",
        18,
        "indikatorer 1.1 tilsyn_foerer",
        "skal være true, når kilden er tilsyn",
    ),
    (
        "kategorier til en andel",
        "retning: stigende",
        "kategorier: {a: A}\n    retning: stigende",
        25,
        "indikatorer 1.1 kategorier",
        "bruges ikke, når vaerditype er andel",
    ),
    (
        "ordene mangler",
        PLAN[PLAN.index("    opfyldt_ord:") : PLAN.index("    retning:")],
        "",
        11,
        "indikatorer 1.1 opfyldt_ord",
        "mangler, når vaerditype er andel",
    ),
    (
        "grupper, som filen ikke deler i",
        "retning: stigende",
        "grupper: {titel: Slags, navne: {a: A}}\n    retning: stigende",
        25,
        "indikatorer 1.1 grupper",
        "bruges ikke: til_tiden.sql deler ikke enhederne i grupper",
    ),
    (
        "grupper uden navne",
        "retning: stigende",
        "grupper: {titel: Slags, navne: {}}\n    retning: stigende",
        25,
        "indikatorer 1.1 grupper navne",
        "skal have mindst én",
    ),
    (
        "reference over 100",
        "    maaltype: milepaele",
        REFERENCE + "    maaltype: milepaele",
        31,
        "indikatorer 1.1 referencer 2013-12 vaerdi",
        "skal være et tal fra 0 til 100",
    ),
    (
        "reference uden forbehold",
        "maaltype: milepaele",
        "referencer: [{vaerdi: 10, dato: 2013-12, tekst: T, kilde: K}]\n    maaltype: milepaele",
        31,
        "indikatorer 1.1 referencer 2013-12 forbehold",
        "mangler",
    ),
    (
        "uendelig procent",
        "procent: 100,",
        "procent: .inf,",
        34,
        "indikatorer 1.1 milepaele 2021-12-31 procent",
        "skal være et tal",
    ),
    (
        "første periode som dag",
        "foerste_periode: 2020-10",
        "foerste_periode: 2020-10-01",
        7,
        "foerste_periode",
        "skal være en måned (åååå-mm)",
    ),
    (
        "første periode efter planen",
        "foerste_periode: 2020-10",
        "foerste_periode: 2022-01",
        7,
        "foerste_periode",
        "ligger efter planens slutdato",
    ),
    (
        "måltype uden milepæle",
        "maaltype: milepaele",
        "maaltype: ingen",
        31,
        "indikatorer 1.1 maaltype",
        "maaltype ingen må ikke have milepaele",
    ),
    (
        "ukendt udviklingspunkt",
        "    udviklingspunkt: 1",
        "    udviklingspunkt: 2",
        12,
        "indikatorer 1.1 udviklingspunkt",
        "2 findes ikke i planen",
    ),
    (
        "ukendt aktivitet",
        "aktivitet: A1.03",
        "aktivitet: A1.09",
        40,
        "ikke_fastsat nr. 1 aktivitet",
        "A1.09 findes ikke i planen",
    ),
    ("gentaget id", "id: A1.02", "id: A1.01", 37, "aktiviteter A1.01 id", "A1.01 står to gange"),
    (
        "både måned og kvartal",
        "kvartal: 2021-K1",
        "kvartal: 2021-K1, maaned: 2021-03",
        37,
        "aktiviteter A1.02",
        "kan ikke have både maaned og kvartal",
    ),
    (
        "gentages uden begyndelse",
        "kolonne: maal}",
        "kolonne: maal, gentages: kvartal}",
        38,
        "aktiviteter A1.03",
        "gentages kræver gentages_fra",
    ),
    (
        "begyndelse uden gentages",
        "kolonne: maal}",
        "kolonne: maal, gentages_fra: 2021}",
        38,
        "aktiviteter A1.03",
        "gentages_fra og gentages_til kræver gentages",
    ),
    (
        "gentages hver uge",
        "kolonne: maal}",
        "kolonne: maal, gentages: uge, gentages_fra: 2021-01}",
        38,
        "aktiviteter A1.03 gentages",
        "skal være en af: maaned, kvartal, halvaar, aar",
    ),
    (
        "gentages fra en dag",
        "kolonne: maal}",
        "kolonne: maal, gentages: aar, gentages_fra: 2021-01-01}",
        38,
        "aktiviteter A1.03 gentages_fra",
        "skal være en måned (åååå-mm), et kvartal, et halvår (åååå-H1) eller et år",
    ),
    (
        "gentages til før fra",
        "kolonne: maal}",
        "kolonne: maal, gentages: maaned, gentages_fra: 2021-05, gentages_til: 2021-04}",
        38,
        "aktiviteter A1.03 gentages_til",
        "ligger før gentages_fra",
    ),
    (
        "gentages efter planen",
        "kolonne: maal}",
        "kolonne: maal, gentages: maaned, gentages_fra: 2021-05, gentages_til: 2022-01}",
        38,
        "aktiviteter A1.03",
        "ligger efter planens slutdato eller mere end et år før dens startdato",
    ),
    (
        "løbende efter planen",
        "kolonne: maal}",
        "kolonne: maal, loebende_fra: 2022-K1}",
        38,
        "aktiviteter A1.03",
        "ligger efter planens slutdato eller mere end et år før dens startdato",
    ),
    (
        "løbende fra et år",
        "kolonne: maal}",
        'kolonne: maal, loebende_fra: "2021"}',
        38,
        "aktiviteter A1.03 loebende_fra",
        "skal være en måned (åååå-mm) eller et kvartal (åååå-K1 til åååå-K4)",
    ),
    (
        "både løbende og gentaget",
        "kolonne: maal}",
        "kolonne: maal, loebende_fra: 2021-01, gentages: aar, gentages_fra: 2021}",
        38,
        "aktiviteter A1.03",
        "kan ikke have både loebende_fra og gentages",
    ),
    (
        "spor med en ukendt aktivitet",
        "ikke_fastsat:",
        "spor:\n  - {nr: 1, titel: S, indikatorer: ['1.1'], aktiviteter: [A1.01, A9.99]}\nikke_fastsat:",
        40,
        "spor 1 aktiviteter nr. 2",
        "A9.99 findes ikke i planen",
    ),
    (
        "kvartal 5",
        "kvartal: 2021-K1",
        "kvartal: 2021-K5",
        37,
        "aktiviteter A1.02 kvartal",
        "skal være en måned (åååå-mm) eller et kvartal (åååå-K1 til åååå-K4)",
    ),
    (
        "aktivitet efter planen",
        "maaned: 2021-04}",
        "maaned: 2022-01}",
        36,
        "aktiviteter A1.01",
        "ligger efter planens slutdato eller mere end et år før dens startdato",
    ),
    (
        "aktivitet længe før planen",
        "maaned: 2021-04}",
        "maaned: 2012-12}",
        36,
        "aktiviteter A1.01",
        "ligger efter planens slutdato eller mere end et år før dens startdato",
    ),
    (
        "SQL mangler",
        "sql: til_tiden",
        "sql: til_siden",
        30,
        "indikatorer 1.1 beregning sql",
        "til_siden.sql findes ikke i sql/units eller i planens egen sql",
    ),
    (
        "SQL uden for mappen",
        "sql: til_tiden",
        "sql: ../til_tiden",
        30,
        "indikatorer 1.1 beregning sql",
        "har ikke den form, der forventes",
    ),
    (
        "parameter mangler",
        "dage: 14, ",
        "",
        30,
        "indikatorer 1.1 beregning parametre",
        "til_tiden.sql spørger også efter dage",
    ),
    (
        "parameter for meget",
        "dage: 14,",
        "dage: 14, uger: 2,",
        30,
        "indikatorer 1.1 beregning parametre",
        "til_tiden.sql bruger ikke uger",
    ),
    (
        "parameter: tom liste",
        "slags: null",
        "slags: []",
        30,
        "indikatorer 1.1 beregning parametre slags",
        PARAMETER,
    ),
    (
        "parameter: blandet liste",
        "slags: null",
        "slags: [a, 1]",
        30,
        "indikatorer 1.1 beregning parametre slags",
        PARAMETER,
    ),
    (
        "parameter: liste med sandt",
        "slags: null",
        "slags: [true]",
        30,
        "indikatorer 1.1 beregning parametre slags",
        PARAMETER,
    ),
    (
        "parameter: liste i liste",
        "slags: null",
        "slags: [[a]]",
        30,
        "indikatorer 1.1 beregning parametre slags",
        PARAMETER,
    ),
    (
        "parameter: tabel",
        "slags: null",
        "slags: {a: 1}",
        30,
        "indikatorer 1.1 beregning parametre slags",
        PARAMETER,
    ),
    (
        "parameter: uendeligt tal",
        "slags: null",
        "slags: .inf",
        30,
        "indikatorer 1.1 beregning parametre slags",
        PARAMETER,
    ),
    ("ikke filens navn", "plan_id: proeve", "plan_id: anden", 1, "plan_id", "skal være filens navn, proeve"),
)


@pytest.mark.parametrize(
    ("before", "after", "line", "place", "outcome"),
    [r[1:] for r in SINGLE_FAULTS],
    ids=[r[0] for r in SINGLE_FAULTS],
)
def test_a_fault_is_named_with_line_place_and_what_was_expected(
    folder: Path, before: str, after: str, line: int, place: str, outcome: str
):
    """One fault in the file is one line, and only that line."""
    assert error_in(folder, (before, after)) == [f"proeve.yaml, linje {line}: {place}: {outcome}"]


def test_every_fault_is_named_at_once_in_the_order_of_the_file(folder: Path):
    """A fault inside one entry does not hide what is wrong elsewhere, nor breed faults of its own."""
    lines = error_in(
        folder,
        ("titel: Prøveplan", "titel: ''"),
        ("    kilde: dubu", "    kilde: avis"),
        ("id: A1.02", "id: A1.01"),
        ("maaned: 2021-04}", "maaned: 2022-01}"),
        ("aktivitet: A1.03", "indikator: '9.9'"),
    )
    assert [line.removeprefix("proeve.yaml, ") for line in lines] == [
        "linje 2: titel: må ikke være tom",
        "linje 15: indikatorer 1.1 kilde: skal være en af: dubu, sofus, tilsyn, spoergeskema",
        "linje 36: aktiviteter A1.01: ligger efter planens slutdato eller mere end et år før dens startdato",
        "linje 37: aktiviteter A1.01 id: A1.01 står to gange",
        "linje 40: ikke_fastsat nr. 1 indikator: 9.9 findes ikke i planen",
    ]


MILEPAELE = "      - {dato: 2021-12-31, procent: 100, slutmaal: true}\n"


def test_a_revision_may_lower_what_was_promised_for_the_same_day(folder: Path):
    """A revised milestone is another entry of the same day with a later `vedtaget`; both are kept."""
    new = MILEPAELE + "      - {dato: 2021-12-31, procent: 20, vedtaget: 2021-09-15}\n"
    plan = read_plan_file(write(folder, (MILEPAELE, new)))
    assert [(m.procent, m.vedtaget) for m in plan.indicator("1.1").milepaele] == [
        (25.0, None),
        (100.0, None),
        (20.0, date(2021, 9, 15)),
    ]


REVISIONS = (
    (
        "samme vedtaget to gange",
        ("2021-09-15", "2021-09-15"),
        "samme dato står to gange uden en ny vedtaget-dato",
    ),
    (
        "vedtaget i forkert rækkefølge",
        ("2021-10-15", "2021-09-15"),
        "skal stå i rækkefølge efter dato og derefter vedtaget",
    ),
    ("vedtaget efter planen", ("2021-09-15", "2022-01-01"), "vedtaget: ligger efter planens slutdato"),
)


@pytest.mark.parametrize(("adopted", "outcome"), [r[1:] for r in REVISIONS], ids=[r[0] for r in REVISIONS])
def test_revisions_of_one_day_are_told_apart_by_when_they_were_adopted(
    folder: Path, adopted: tuple[str, str], outcome: str
):
    """Two entries of one day need two adoption days, in order, within the plan's time."""
    new = "".join(f"      - {{dato: 2021-12-31, procent: 20, vedtaget: {day}}}\n" for day in adopted)
    (line,) = error_in(folder, (MILEPAELE, MILEPAELE + new))
    assert line.endswith(outcome)


def test_milestones_adopted_together_move_one_way(folder: Path):
    """The direction holds within a revision too."""
    new = (
        "      - {dato: 2021-10, procent: 60, vedtaget: 2021-09-15}\n"
        "      - {dato: 2021-11, procent: 50, vedtaget: 2021-09-15}\n"
    )
    (line,) = error_in(folder, (MILEPAELE, new))
    assert line.startswith(
        "proeve.yaml, linje 35: indikatorer 1.1 milepaele 2021-11 procent: går den forkerte"
    )


@pytest.mark.parametrize(
    ("target", "outcome"),
    [
        ("maaltype: ingen\n", None),
        ("maaltype: baseline\n    baseline: 2021-03\n", None),
        ("maaltype: milepaele\n", "maaltype milepaele kræver milepaele"),
        ("maaltype: baseline\n", "maaltype baseline kræver baseline"),
        ("maaltype: ingen\n    baseline: 2021-03\n", "maaltype ingen må ikke have baseline"),
        ("maaltype: spaend\n", "maaltype: skal være en af: milepaele, baseline, ingen"),
        ("maaltype: baseline\n    baseline: 2021-03-01\n", "baseline: skal være en måned (åååå-mm)"),
        (
            "maaltype: baseline\n    baseline: 2020-09\n",
            "baseline: ligger før foerste_periode, så der er intet at måle ændringen mod",
        ),
        ("maaltype: baseline\n    baseline: 2022-01\n", "baseline: ligger efter planens slutdato"),
    ],
)
def test_the_kind_of_goal_comes_with_what_it_needs(folder: Path, target: str, outcome: str | None):
    """Each kind with its own and nothing beside it; a baseline is a month that is computed."""
    before = PLAN[PLAN.index("maaltype: milepaele") : PLAN.index("aktiviteter:")]
    if outcome is None:
        assert read_plan_file(write(folder, (before, target))).indikatorer[0].milepaele == ()
    else:
        (line,) = error_in(folder, (before, target))
        assert line.endswith(outcome)


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (
            b"plan_id: proeve\nplan_id: igen\n",
            "proeve.yaml, linje 2: er ikke gyldig YAML: nøglen 'plan_id' står to gange",
        ),
        (
            b"plan_id: [proeve\ntitel: x\n",
            (
                "proeve.yaml, linje 2: er ikke gyldig YAML: se på indrykning, kolon, klammer og "
                "anførselstegn, her og i linjen før"
            ),
        ),
        (b"", "proeve.yaml, linje 1: filen: skal være en tabel af nøgler og værdier"),
        (b"- en\n- liste\n", "proeve.yaml, linje 1: filen: skal være en tabel af nøgler og værdier"),
        (PLAN.encode("cp1252"), "proeve.yaml: skal være tekst i UTF-8"),
        (
            b"start_dato: 2021-02-30\n",
            "proeve.yaml, linje 1: er ikke gyldig YAML: datoen findes ikke i kalenderen",
        ),
        (b"plan_id: \x07", "proeve.yaml: har et ulovligt tegn"),
        (b"? [a]\n: b\n", "proeve.yaml: har en nøgle, der er en liste eller en tabel"),
    ],
    ids=[
        "nøgle to gange",
        "åben liste",
        "tom fil",
        "liste",
        "ikke UTF-8",
        "30. februar",
        "styretegn",
        "liste som nøgle",
    ],
)
def test_a_file_that_is_no_plan_at_all_is_one_fault(folder: Path, content: bytes, outcome: str):
    """A key written twice, broken YAML, another shape, another encoding: said as such, never a traceback."""
    file = folder / "proeve.yaml"
    file.write_bytes(content)
    with pytest.raises(DefinitionsError) as caught:
        read_plan_file(file)
    assert caught.value.lines == (outcome,)


def test_a_missing_file_is_one_fault(folder: Path):
    """`plan check` may be given any path."""
    with pytest.raises(DefinitionsError, match=r"^borte\.yaml: filen kan ikke læses$"):
        read_plan_file(folder / "borte.yaml")
