"""How the files of a delivery may be written, for whoever makes the extracts."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.base.text import enumeration
from pipeline.definitions.column_models import AFTER_ALL, EARLIEST_YEAR, TIME_TYPES
from pipeline.definitions.extracts import Extract
from pipeline.intake.tidy import NOTHING
from tools.documents.markdown import table

_WAYS = (
    (
        "Tegn",
        "UTF-8 med eller uden mærke, Windows-1252, UTF-16 med mærke",
        (
            "UTF-16 uden mærke, UTF-32; bogstaver, der er læst eller gemt i en anden tegntabel "
            "(B›rn, B¿rn, BÃ¸rn) eller skrevet som koder (`&oslash;`, `%C3%B8`)"
        ),
    ),
    (
        "Skilletegn",
        "semikolon, komma eller tabulator; en første linje `sep=;` følges",
        "lodret streg og andre tegn; faste bredder",
    ),
    (
        "Linjer",
        (
            "tomme linjer og tomme felter sidst; overskrifterne igen, streger og systemets egne linjer under "
            "tabellen (`(5 rows affected)`, `Udtrukket …`) er ingen rækker, og det siges med linjenumre"
        ),
        "titler over overskrifterne; en række med for få eller for mange felter sættes i karantæne",
    ),
    (
        "Filtype",
        "CSV",
        (
            "regneark, Access, SQL, HTML, XML, PDF, JSON og zip, også med navnet .csv; "
            "filer i en undermappe; et udtræk med dato eller (1) i filnavnet"
        ),
    ),
    ("Værdier", 'mellemrum, usynlige tegn, `="…"`, én apostrof foran og én i hver ende fjernes', ""),
    (
        "Datoer",
        "`dd-mm-åååå` eller `åååå-mm-dd`, også fulgt af et klokkeslæt, som ikke bruges",
        "andre former, og en tidszone",
    ),
    (
        "Tidspunkter",
        "en dato og `tt:mm`, `t:mm`, `tt.mm.ss` eller `tt:mm:ss.000`; efter `åååå-mm-dd` også efter `T`",
        "en tidszone (`Z`, `+01:00`): træk dansk tid ud",
    ),
    (
        "Beløb",
        "`1234,50`, `1.234,50`, `1 234,50`, `kr. 1.234,50`, `1.234,50-`",
        "et tal, der ikke er skrevet som resten af kolonnen",
    ),
    ("Hele tal, koder", "også `3.0` og `3,0`; i et id fjernes `.0`", ""),
    ("CPR-numre", "med eller uden bindestreg, også uden det første nul", ""),
)
"""What a file may be like: of what, what is taken as it comes, what is refused."""


def files(extracts: dict[str, Extract]) -> Iterator[str]:
    """The section of the dictionary, in Danish."""
    yield "## Filerne"
    yield ""
    yield "Til den, der laver udtrækkene. Hver fil hedder som sit udtræk, fx `sager.csv`, og har overskrifter"
    yield "i første linje og én række pr. linje."
    yield ""
    yield from table(("", "Bruges, som det er", "Nægtes, med besked om hvorfor"), _ways(extracts))
    first, after = EARLIEST_YEAR, AFTER_ALL.year
    yield f"En dato før {first} eller fra {after} er et systems ord for ingenting: den"
    yield "regnes som manglende, med en advarsel. Skal kolonnen være udfyldt, sættes rækken i karantæne."
    yield f"Ældre datoer tages dog i {_earlier(extracts)}."
    yield ""
    yield "En kolonne med beløb læses på én måde. Er der et komma i den, er komma decimaltegn og punktum"
    yield "tusindtegn. Ellers er punktum tusindtegn, når alle kolonnens punktummer står foran netop tre cifre"
    yield "(det siges i en advarsel), og er det ikke tilfældet, decimaltegn."
    yield ""


def _ways(extracts: dict[str, Extract]) -> Iterator[tuple[str, str, str]]:
    """What is taken as it comes, and what is refused; which columns are prose the extracts say."""
    nothing = ", ".join(f"`{word}`" for word in NOTHING)
    prose = enumeration(
        [f"`{name}` i {e.extract}" for e in extracts.values() for name, k in e.kolonner.items() if k.fritekst]
    )
    yield from _WAYS
    yield (
        "Tomme",
        f"{nothing} er tomt, men tekst i {prose}; flere ord nævnes under `tomme` i indstillingsfilen",
        "",
    )


def _earlier(extracts: dict[str, Extract]) -> str:
    """The columns whose dates may be older."""
    return enumeration(
        [
            f"`{name}` i {extract.extract} (fra {column.tidligst})"
            for extract in extracts.values()
            for name, column in extract.kolonner.items()
            if column.type in TIME_TYPES and column.tidligst != EARLIEST_YEAR
        ]
    )
