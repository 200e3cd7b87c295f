"""The mail's bars: the counts are the milestones', and each kind shows without colour."""

from __future__ import annotations

import struct
import zlib
from itertools import groupby

import pytest

from pipeline.definitions.plans import laes_plan
from pipeline.delivery.figures import Noegletal, Resultattal
from pipeline.delivery.pictures import BREDDE, HOEJDE, milepaelsbillede, tael_milepaele
from tests.delivery.opstilling import PLAN

VENTET = ("maaned", "2021-05", "maj 2021")


def tal(
    indikator_id: str, status: str, *, usikker: bool = False, kilde: str = "dubu", naevner: int = 10
) -> Resultattal:
    milepael = None if status in {"uden_milepael", "foer_foerste_milepael"} else 25.0
    return Resultattal(
        indikator_id,
        "Titel",
        kilde,
        "maaned",
        "2021-05",
        "maj 2021",
        1,
        naevner,
        0,
        0,
        milepael,
        status,
        usikker,
    )


def optalt(*resultater: Resultattal) -> tuple[int, ...]:
    return tael_milepaele(laes_plan(PLAN), Noegletal(tuple(resultater)), "maaned", "2021-05")


def test_each_milestone_in_force_counts_once_by_its_verdict():
    """Ahead counts as reached, too few before either; without a milestone in force it does not count."""
    assert optalt(
        tal("5.1", "naaet"),
        tal("5.2", "foran"),
        tal("5.3", "ikke_naaet"),
        tal("6.1", "naaet", usikker=True),
        tal("6.2", "ingen_data", naevner=0),
        tal("1.1", "uden_milepael", kilde="tilsyn"),
        tal("6.8", "foer_foerste_milepael"),
    ) == (2, 1, 1, 1)


def test_case_review_leads_only_where_the_plan_says_so_and_it_saw_a_case():
    """As the reports count: else the bar would contradict the line above it."""
    plan = laes_plan(PLAN)
    foerer = next(i for i in plan.indikatorer if i.tilsyn_foerer and i.kilde == "dubu")
    andre = next(i for i in plan.indikatorer if not i.tilsyn_foerer and i.kilde == "dubu")
    for indikator, ventet in ((foerer, (0, 1, 0, 0)), (andre, (1, 0, 0, 0))):
        register, review = tal(indikator.id, "naaet"), tal(indikator.id, "ikke_naaet", kilde="tilsyn")
        assert optalt(register, review) == ventet
    tom = tal(foerer.id, "ingen_data", kilde="tilsyn", naevner=0)
    assert optalt(tal(foerer.id, "naaet"), tom) == (1, 0, 0, 0)


def test_the_words_beside_the_bar_say_all_of_it():
    """Whoever cannot see the picture misses nothing."""
    billede = milepaelsbillede(
        laes_plan(PLAN), Noegletal((tal("5.1", "naaet"), tal("5.3", "ikke_naaet"))), *VENTET
    )
    assert billede.tekst == "1 nået · 1 ikke nået"
    assert billede.alt == "Bjælke: af 2 milepæle i maj 2021 er 1 nået og 1 ikke nået."
    assert billede.navn == "milepaele-2021-05.png"


def test_no_milestone_in_force_no_picture():
    """An empty bar would look like nothing reached."""
    assert (
        milepaelsbillede(laes_plan(PLAN), Noegletal((tal("6.8", "foer_foerste_milepael"),)), *VENTET) is None
    )


def test_segments_are_as_long_as_their_share_and_each_kind_has_its_own_pattern():
    """Read back from the file: a quarter, a quarter and a half, in patterns no two of which are alike."""
    resultater = (
        tal("5.1", "naaet"), tal("5.2", "ikke_naaet"), tal("5.3", "naaet", usikker=True),
        tal("6.1", "ingen_data", naevner=0),
    )  # fmt: skip
    billede = milepaelsbillede(laes_plan(PLAN), Noegletal(resultater), *VENTET)
    linjer = laes_png(billede.png)
    assert (len(linjer), {len(linje) for linje in linjer}) == (HOEJDE, {BREDDE})
    fjerdedel = BREDDE // 4
    former = {_form([linje[i * fjerdedel + 20 : i * fjerdedel + 100] for linje in linjer]) for i in range(4)}
    assert len(former) == 4


def test_the_same_counts_give_the_same_file():
    """Else a re-run would make a mail anew that somebody has released."""
    ens = {
        milepaelsbillede(laes_plan(PLAN), Noegletal((tal("5.1", "naaet"),)), *VENTET).png for _ in range(2)
    }
    assert len(ens) == 1


def _form(udsnit: list[bytes]) -> tuple[tuple[int, ...], ...]:
    """How long the stretches of one colour are along every row and every column, whatever the colours."""
    retninger = [*udsnit, *(bytes(kolonne) for kolonne in zip(*udsnit, strict=True))]
    return tuple(tuple(len(list(ens)) for _, ens in groupby(linje)) for linje in retninger)


def laes_png(data: bytes) -> list[bytes]:
    """The rows of palette indexes, with every checksum checked."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    sted, samlet = 8, b""
    while sted < len(data):
        (laengde,) = struct.unpack(">I", data[sted : sted + 4])
        navn, indhold = data[sted + 4 : sted + 8], data[sted + 8 : sted + 8 + laengde]
        (kontrol,) = struct.unpack(">I", data[sted + 8 + laengde : sted + 12 + laengde])
        assert kontrol == zlib.crc32(navn + indhold)
        samlet += indhold if navn == b"IDAT" else b""
        sted += 12 + laengde
    raa = zlib.decompress(samlet)
    return [raa[i + 1 : i + 1 + BREDDE] for i in range(0, len(raa), BREDDE + 1)]


@pytest.mark.parametrize("n", [1, 3, 7])
def test_the_bar_fills_its_width_however_many_there_are(n):
    """Rounding never leaves a gap at the end."""
    ider = [i.id for i in laes_plan(PLAN).indikatorer if i.kilde == "dubu"][:n]
    billede = milepaelsbillede(laes_plan(PLAN), Noegletal(tuple(tal(i, "naaet") for i in ider)), *VENTET)
    assert laes_png(billede.png)[0][-1] != 0
