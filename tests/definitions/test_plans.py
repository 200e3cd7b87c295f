"""Loading of plan files: what holds, and that every fault is named at once with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.definitions import plans
from pipeline.definitions.plans import alle_planer, kendte_maalepunkter, laes_plan, laes_planfil
from pipeline.errors import DefinitionsFejl, ExitKode, ForkertBrug

PLAN = """\
plan_id: proeve
titel: Prøveplan
organisation: Eksempel Kommune
start_dato: 2021-01-01
slut_dato: 2021-12-31
kilde_dokument: Et dokument
rapporteringsmaaneder: [3, 6]
udviklingspunkter:
  - {nr: 1, titel: Første, formaal: Fordi, opfoelgning: Hver måned}
indikatorer:
  - id: "1.1"
    udviklingspunkt: 1
    titel: Til tiden
    spoergsmaal: Bliver det gjort til tiden?
    kilde: dubu
    planens_maaling: Udtræk fra DUBU
    planens_ordlyd: At det gøres til tiden.
    tilsyn_foerer: false
    art: frist
    vaerditype: andel
    enhed: afgørelse
    enhed_flertal: afgørelser
    opfyldt_ord: havde en plan, før de blev truffet
    opfyldt_ord_ental: havde en plan, før den blev truffet
    retning: stigende
    taeller_tekst: Til tiden
    naevner_tekst: Alle
    lovgrundlag: Ingen lovfrist
    ansvarlig: Teamleder
    beregning: {sql: til_tiden, parametre: {dage: 14, fra_dato: 2020-10-01, slags: null}}
    maaltype: milepaele
    milepaele:
      - {dato: 2021-04, procent: 25}
      - {dato: 2021-12-31, procent: 100, slutmaal: true}
aktiviteter:
  - {id: A1.01, udviklingspunkt: 1, emne: E, titel: T, ansvarlig: Leder, kolonne: milepael, maaned: 2021-04}
  - {id: A1.02, udviklingspunkt: 1, emne: E, titel: T, ansvarlig: Leder, kolonne: maal, kvartal: 2021-K1}
  - {id: A1.03, udviklingspunkt: 1, emne: E, titel: T, ansvarlig: Leder, kolonne: maal}
ikke_fastsat:
  - {udviklingspunkt: 1, aktivitet: A1.03, planens_ordlyd: XX antal, forklaring: Antallet er ikke fastsat}
"""

SQL = "-- one row per unit\nselect $dage, $fra_dato, $slags -- not $this\n"


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    (tmp_path / "til_tiden.sql").write_text(SQL, encoding="utf-8")
    return tmp_path


def skriv(mappe: Path, *aendringer: tuple[str, str]) -> Path:
    """The plan file with texts replaced; each must stand in it, so that no test is idle."""
    tekst = PLAN
    for foer, efter in aendringer:
        assert foer in tekst
        tekst = tekst.replace(foer, efter, 1)
    fil = mappe / "proeve.yaml"
    fil.write_text(tekst, encoding="utf-8")
    return fil


def fejl_i(mappe: Path, *aendringer: tuple[str, str]) -> list[str]:
    with pytest.raises(DefinitionsFejl) as fanget:
        laes_planfil(skriv(mappe, *aendringer), mappe)
    assert fanget.value.exit_kode is ExitKode.FORKERT_BRUG
    return list(fanget.value.linjer)


def test_a_plan_that_holds_is_loaded_whole(mappe: Path):
    """Months stand for their last day, null is a value, and what a plan does not date has no deadline."""
    plan = laes_planfil(skriv(mappe), mappe)
    indikator = plan.indikator("1.1")
    assert [(m.dato, m.procent, m.slutmaal) for m in indikator.milepaele] == [
        (date(2021, 4, 30), 25.0, False),
        (date(2021, 12, 31), 100.0, True),
    ]
    assert indikator.beregning.parametre == {"dage": 14, "fra_dato": date(2020, 10, 1), "slags": None}
    assert [a.frist for a in plan.aktiviteter] == [date(2021, 4, 30), date(2021, 3, 31), None]


def test_the_conclusion_agrees_with_the_number_of_units(mappe: Path):
    """Many decisions had a plan before *they* were made, a single one before *it* was."""
    i = laes_planfil(skriv(mappe), mappe).indikator("1.1")
    assert f"12 af 16 {i.enhed_for(16)} {i.opfyldt_for(16)}" == (
        "12 af 16 afgørelser havde en plan, før de blev truffet"
    )
    assert (
        f"1 af 1 {i.enhed_for(1)} {i.opfyldt_for(1)}"
        == "1 af 1 afgørelse havde en plan, før den blev truffet"
    )


# what is wrong | text of the file | put in its place | line | place | what was expected there
ENKELTFEJL = (
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
        "skal være et tal fra 0 til 100",
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
        "faldende mod milepæle",
        "retning: stigende",
        "retning: faldende",
        25,
        "indikatorer 1.1 retning",
        "faldende kan endnu ikke opgøres mod milepæle, kun stigende",
    ),
    (
        "andet end en andel",
        "vaerditype: andel",
        "vaerditype: median",
        20,
        "indikatorer 1.1 vaerditype",
        "median kan endnu ikke opgøres, kun andel",
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
        "til_siden.sql findes ikke i sql/indicators",
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
        "parameter sand",
        "slags: null",
        "slags: true",
        30,
        "indikatorer 1.1 beregning parametre slags",
        "skal være et tal, en tekst, en dato eller null",
    ),
    ("måned 0", "[3, 6]", "[3, 0]", 7, "rapporteringsmaaneder nr. 2", "skal være mindst 1"),
    ("ikke filens navn", "plan_id: proeve", "plan_id: anden", 1, "plan_id", "skal være filens navn, proeve"),
)


@pytest.mark.parametrize(
    ("foer", "efter", "linje", "sted", "ventet"),
    [r[1:] for r in ENKELTFEJL],
    ids=[r[0] for r in ENKELTFEJL],
)
def test_a_fault_is_named_with_line_place_and_what_was_expected(
    mappe: Path, foer: str, efter: str, linje: int, sted: str, ventet: str
):
    """One fault in the file is one line, and only that line."""
    assert fejl_i(mappe, (foer, efter)) == [f"proeve.yaml, linje {linje}: {sted}: {ventet}"]


def test_every_fault_is_named_at_once_in_the_order_of_the_file(mappe: Path):
    """A fault inside one entry does not hide what is wrong elsewhere, nor breed faults of its own."""
    linjer = fejl_i(
        mappe,
        ("titel: Prøveplan", "titel: ''"),
        ("    kilde: dubu", "    kilde: avis"),
        ("id: A1.02", "id: A1.01"),
        ("maaned: 2021-04}", "maaned: 2022-01}"),
        ("aktivitet: A1.03", "indikator: '9.9'"),
    )
    assert [linje.removeprefix("proeve.yaml, ") for linje in linjer] == [
        "linje 2: titel: må ikke være tom",
        "linje 15: indikatorer 1.1 kilde: skal være en af: dubu, sofus, tilsyn, spoergeskema",
        "linje 36: aktiviteter A1.01: ligger efter planens slutdato eller mere end et år før dens startdato",
        "linje 37: aktiviteter A1.01 id: A1.01 står to gange",
        "linje 40: ikke_fastsat nr. 1 indikator: 9.9 findes ikke i planen",
    ]


MILEPAELE = "      - {dato: 2021-12-31, procent: 100, slutmaal: true}\n"


def test_a_revision_may_lower_what_was_promised_for_the_same_day(mappe: Path):
    """A revised milestone is another entry of the same day with a later `vedtaget`; both are kept."""
    ny = MILEPAELE + "      - {dato: 2021-12-31, procent: 20, vedtaget: 2021-09-15}\n"
    plan = laes_planfil(skriv(mappe, (MILEPAELE, ny)), mappe)
    assert [(m.procent, m.vedtaget) for m in plan.indikator("1.1").milepaele] == [
        (25.0, None),
        (100.0, None),
        (20.0, date(2021, 9, 15)),
    ]


REVISIONER = (
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


@pytest.mark.parametrize(("vedtaget", "ventet"), [r[1:] for r in REVISIONER], ids=[r[0] for r in REVISIONER])
def test_revisions_of_one_day_are_told_apart_by_when_they_were_adopted(
    mappe: Path, vedtaget: tuple[str, str], ventet: str
):
    """Two entries of one day need two adoption days, in order, within the plan's time."""
    nye = "".join(f"      - {{dato: 2021-12-31, procent: 20, vedtaget: {dag}}}\n" for dag in vedtaget)
    (linje,) = fejl_i(mappe, (MILEPAELE, MILEPAELE + nye))
    assert linje.endswith(ventet)


def test_milestones_adopted_together_move_one_way(mappe: Path):
    """The direction holds within a revision too."""
    ny = (
        "      - {dato: 2021-10, procent: 60, vedtaget: 2021-09-15}\n"
        "      - {dato: 2021-11, procent: 50, vedtaget: 2021-09-15}\n"
    )
    (linje,) = fejl_i(mappe, (MILEPAELE, ny))
    assert linje.startswith(
        "proeve.yaml, linje 35: indikatorer 1.1 milepaele 2021-11 procent: går den forkerte"
    )


BASELINE = "baseline kan endnu ikke opgøres, kun milepaele og ingen"
SPAEND = "spaend kan endnu ikke opgøres, kun milepaele og ingen"


@pytest.mark.parametrize(
    ("maal", "ventet"),
    [
        (
            "maaltype: baseline\n    baseline: 2021-03\n",
            BASELINE,
        ),
        (
            "maaltype: spaend\n    spaend: {fra: 20, til: 25}\n",
            SPAEND,
        ),
        ("maaltype: ingen\n", None),
        ("maaltype: milepaele\n", "maaltype milepaele kræver milepaele"),
        ("maaltype: baseline\n", "maaltype baseline kræver baseline"),
        ("maaltype: spaend\n    spaend: {fra: 25, til: 20}\n", "fra må ikke være større end til"),
        ("maaltype: ingen\n    baseline: 2021-03\n", "maaltype ingen må ikke have baseline"),
    ],
)
def test_the_kind_of_goal_comes_with_what_it_needs(mappe: Path, maal: str, ventet: str | None):
    """Each kind with its own and nothing beside it; a kind that nothing computes is refused."""
    foer = PLAN[PLAN.index("maaltype: milepaele") : PLAN.index("aktiviteter:")]
    if ventet is None:
        assert laes_planfil(skriv(mappe, (foer, maal)), mappe).indikatorer[0].milepaele == ()
    else:
        (linje,) = fejl_i(mappe, (foer, maal))
        assert linje.endswith(ventet)


@pytest.mark.parametrize(
    ("indhold", "ventet"),
    [
        (b"plan_id: proeve\nplan_id: igen\n", "proeve.yaml, linje 2: er ikke gyldig YAML"),
        (b"plan_id: [proeve\ntitel: x\n", "proeve.yaml, linje 2: er ikke gyldig YAML"),
        (b"", "proeve.yaml, linje 1: filen: skal være en tabel af nøgler og værdier"),
        (b"- en\n- liste\n", "proeve.yaml, linje 1: filen: skal være en tabel af nøgler og værdier"),
        (PLAN.encode("cp1252"), "proeve.yaml: skal være tekst i UTF-8"),
        (b"start_dato: 2021-02-30\n", "proeve.yaml: har en dato, der ikke findes, eller et ulovligt tegn"),
        (b"plan_id: \x07", "proeve.yaml: har en dato, der ikke findes, eller et ulovligt tegn"),
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
def test_a_file_that_is_no_plan_at_all_is_one_fault(mappe: Path, indhold: bytes, ventet: str):
    """A key written twice, broken YAML, another shape, another encoding: said as such, never a traceback."""
    fil = mappe / "proeve.yaml"
    fil.write_bytes(indhold)
    with pytest.raises(DefinitionsFejl) as fanget:
        laes_planfil(fil, mappe)
    assert fanget.value.linjer == (ventet,)


def test_a_missing_file_is_one_fault(mappe: Path):
    """`plan check` may be given any path."""
    with pytest.raises(DefinitionsFejl, match=r"^borte\.yaml: filen kan ikke læses$"):
        laes_planfil(mappe / "borte.yaml", mappe)


@pytest.mark.parametrize("plan_id", ["ukendt", "../plans/slagelse_2021_2023", ""])
def test_an_unknown_plan_is_wrong_use_and_names_the_known(plan_id: str):
    """An id is looked up among the shipped plans; it is never a path."""
    with pytest.raises(ForkertBrug, match=r"vælg en af .*slagelse_2021_2023"):
        laes_plan(plan_id)


def test_an_unknown_indicator_is_wrong_use_and_names_the_known():
    """`explain` with a slip of the finger says what there is."""
    with pytest.raises(ForkertBrug, match=r"vælg en af 1\.1, 1\.2"):
        laes_plan("slagelse_2021_2023").indikator("8.1")


def test_faults_of_every_file_are_named_at_once(mappe: Path, monkeypatch: pytest.MonkeyPatch):
    """Two faulty plans are told in one run."""
    for navn in ("a", "b"):
        (mappe / f"{navn}.yaml").write_text("plan_id: 1\n", encoding="utf-8")
    monkeypatch.setattr(plans, "ressource", lambda *_: mappe)
    with pytest.raises(DefinitionsFejl) as fanget:
        alle_planer()
    assert {linje.split(",")[0] for linje in fanget.value.linjer} == {"a.yaml", "b.yaml"}


def test_the_measures_a_review_may_name_are_all_plans_indicators():
    """The contract's table has 42 indicators; a review may answer under any of them."""
    antal = {1: 3, 2: 1, 3: 5, 4: 5, 5: 7, 6: 10, 7: 11}
    assert {f"{punkt}.{nr}" for punkt, n in antal.items() for nr in range(1, n + 1)} <= kendte_maalepunkter()
