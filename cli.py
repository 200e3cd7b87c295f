"""Command line: options in, one call into pipeline, an error -> Danish lines and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

from pipeline.danish_help import DanskTyper  # isort: skip # before typer: see there

import typer

from pipeline.errors import ExitKode, ForkertBrug, LedelsestilsynFejl

if TYPE_CHECKING:
    from pipeline.call import Koersel

app = DanskTyper(
    name="ledelsestilsyn",
    help="Holder sagsbehandlingen for udsatte børn og unge op mod udviklingsplanens milepæle.",
)
plan_app = DanskTyper(help="Udviklingsplanerne.")
app.add_typer(plan_app, name="plan")

Arbejdsmappevalg = Annotated[
    Path | None,
    typer.Option(
        "--arbejdsmappe",
        metavar="MAPPE",
        help="Arbejdsmappen (ellers LEDELSESTILSYN_ARBEJDSMAPPE, ellers ./tilsyn).",
    ),
]
Indstillingsvalg = Annotated[
    Path | None,
    typer.Option(
        "--indstillinger",
        metavar="FIL",
        help="Indstillingsfilen (ellers indstillinger.toml i arbejdsmappen).",
    ),
]
Planvalg = Annotated[str | None, typer.Option("--plan", metavar="ID", help="Udviklingsplanens id.")]
Periodevalg = Annotated[
    str | None,
    typer.Option(
        "--periode",
        metavar="PERIODE",
        help="Måned (2021-04) eller kvartal (2021-K2). Standard: seneste hele måned.",
    ),
]
Opgjortvalg = Annotated[
    str | None,
    typer.Option("--periode", metavar="PERIODE", help="Standard: den, der sidst blev opgjort."),
]
Leverancevalg = Annotated[Path, typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk.")]
Datovalg = Annotated[
    str | None,
    typer.Option(
        "--udtraeksdato", metavar="DATO", help="Leverancens dato (2021-04-30). Standard: mappens navn."
    ),
]
Karantaenevalg = Annotated[
    float | None,
    typer.Option(
        "--tillad-karantaene",
        metavar="PCT",
        min=0,
        max=100,
        help="Tillad så mange procent fejlramte rækker i denne kørsel.",
    ),
]
Faldvalg = Annotated[bool, typer.Option("--tillad-fald", help="Tillad færre rækker end i forrige leverance.")]


class Format(StrEnum):
    """How `status` writes its table."""

    table = "table"
    json = "json"
    csv = "csv"


class Filformat(StrEnum):
    """What `export` writes."""

    parquet = "parquet"
    csv = "csv"
    xlsx = "xlsx"


@app.command()
def run(
    leverance: Leverancevalg,
    periode: Periodevalg = None,
    udtraeksdato: Datovalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    plan: Planvalg = None,
    indstillinger: Indstillingsvalg = None,
    tillad_karantaene: Karantaenevalg = None,
    tillad_fald: Faldvalg = False,
) -> None:
    """Månedens kørsel: indlæs, kontrollér, opgør, skriv rapporter, udgiv, og læg mails i udbakken.

    Eksempel: ledelsestilsyn run --periode 2021-04 --leverance udtraek/2021-04-30
    """
    from pipeline import run as koersler
    from pipeline.call import Leverance
    from pipeline.terminal import vis_linje, vis_resultat

    with _koersel(arbejdsmappe, indstillinger, plan) as koersel:
        resultat = koersler.koer(
            koersel,
            Leverance(leverance, _dato(udtraeksdato), tillad_karantaene, tillad_fald),
            periode,
        )
    vis_resultat(resultat)
    for linje in resultat.linjer:
        vis_linje(linje)


@app.command()
def demo(arbejdsmappe: Arbejdsmappevalg = None) -> None:
    """Prøv det hele på en opdigtet kommune: tre leverancer, rapporter og en database.

    Eksempel: ledelsestilsyn demo --arbejdsmappe proeve
    """
    from pipeline import run as koersler
    from pipeline.terminal import vis_linje, vis_resultat

    with _koersel(arbejdsmappe, None, None) as koersel:
        resultat = koersler.demo(koersel)
    vis_resultat(resultat)
    for linje in resultat.linjer:
        vis_linje(linje)


@app.command()
def ingest(
    leverance: Leverancevalg,
    udtraeksdato: Datovalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
    tillad_karantaene: Karantaenevalg = None,
    tillad_fald: Faldvalg = False,
) -> None:
    """Indlæs og kontrollér en leverance uden at opgøre noget.

    Eksempel: ledelsestilsyn ingest --leverance udtraek/2021-04-30
    """
    from pipeline import run as koersler
    from pipeline.call import Leverance
    from pipeline.terminal import vis_indlaesning

    with _koersel(arbejdsmappe, indstillinger, None) as koersel:
        valgt = Leverance(leverance, _dato(udtraeksdato), tillad_karantaene, tillad_fald)
        indlaesning = koersler.indlaes(koersel, valgt)
    vis_indlaesning(indlaesning)


@app.command()
def check(
    periode: Periodevalg = None,
    leverance: Annotated[
        Path | None,
        typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk (med --kun-leverance)."),
    ] = None,
    kun_leverance: Annotated[
        bool, typer.Option("--kun-leverance", help="Kontrollér kun en leverance; intet gemmes eller udgives.")
    ] = False,
    udtraeksdato: Datovalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    plan: Planvalg = None,
    indstillinger: Indstillingsvalg = None,
    tillad_karantaene: Karantaenevalg = None,
    tillad_fald: Faldvalg = False,
) -> None:
    """Opgør indikatorerne for den seneste leverance, eller kontrollér kun en ny leverance.

    Eksempel: ledelsestilsyn check --kun-leverance --leverance udtraek/2021-04-30
    """
    from pipeline import run as koersler
    from pipeline.call import Leverance
    from pipeline.terminal import vis_indlaesning, vis_linje

    if kun_leverance and leverance is None:
        raise ForkertBrug("--kun-leverance kræver --leverance MAPPE.")
    if leverance is not None and not kun_leverance:
        raise ForkertBrug("--leverance hører til --kun-leverance; brug ingest eller run til at indlæse.")
    with _koersel(arbejdsmappe, indstillinger, plan) as koersel:
        if leverance is not None:
            valgt = Leverance(leverance, _dato(udtraeksdato), tillad_karantaene, tillad_fald)
            indlaesning = koersler.indlaes(koersel, valgt, kun_kontrol=True)
        else:
            navn = koersler.opgoer(koersel, periode)
    if leverance is not None:
        vis_indlaesning(indlaesning)
    else:
        vis_linje(f"Opgjort: {navn}. Skriv rapporter med report, og udgiv med publish.")


@app.command()
def report(
    periode: Opgjortvalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    plan: Planvalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Skriv rapporterne for det, der sidst blev opgjort.

    Eksempel: ledelsestilsyn report
    """
    from pipeline import run as koersler
    from pipeline.terminal import vis_linje

    with _koersel(arbejdsmappe, indstillinger, None) as koersel:
        mappe = koersler.rapporter(koersel, periode, plan)
    vis_linje(f"Rapporter: {mappe}")


@app.command()
def publish(
    periode: Opgjortvalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Udgiv det, der sidst blev opgjort, til økonomens database, og læg mails i udbakken.

    Eksempel: ledelsestilsyn publish
    """
    from pipeline import run as koersler
    from pipeline.terminal import vis_linje

    with _koersel(arbejdsmappe, indstillinger, None) as koersel:
        fil = koersler.udgiv(koersel, periode)
    vis_linje(f"Udgivet: {fil}")


Mailperiodevalg = Annotated[
    str, typer.Option("--periode", metavar="PERIODE", help="Måned (2021-04) eller kvartal (2021-K2).")
]


@app.command()
def approve(
    periode: Mailperiodevalg,
    af: Annotated[
        str | None, typer.Option("--af", metavar="NAVN", help="Hvem der godkender. Standard: din konto.")
    ] = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Godkend mails i udbakken, når du har set dem igennem; før det kan de ikke sendes.

    Eksempel: ledelsestilsyn approve --periode 2021-04 --af "Anne Andersen"
    """
    from pipeline import post
    from pipeline.terminal import vis_linje

    with _koersel(arbejdsmappe, indstillinger, None) as koersel:
        svar = post.godkend(koersel, periode, af)
    for linje in svar.linjer:
        vis_linje(linje)


@app.command()
def send(
    periode: Mailperiodevalg,
    til: Annotated[
        str | None,
        typer.Option(
            "--til", metavar="ADRESSE", help="Prøve: send alle mails, mærket, kun til denne adresse."
        ),
    ] = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Kun dette teams mails; ALLE er afdelingens.")
    ] = None,
    vis_status: Annotated[
        bool, typer.Option("--status", help="Vis postbogen: hvad der er sendt, og hvad der mangler.")
    ] = False,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Send de godkendte mails, der mangler at blive sendt.

    Eksempel: ledelsestilsyn send --periode 2021-04
    """
    from pipeline import post
    from pipeline.terminal import vis_linje

    if vis_status and til:
        raise ForkertBrug("--status viser kun; brug den uden --til.")
    with _koersel(arbejdsmappe, indstillinger, None) as koersel:
        vis = vis_status
        svar = post.postbog(koersel, periode, team) if vis else post.send(koersel, periode, team, til)
    for linje in svar.linjer:
        vis_linje(linje)
    if not svar.alle_leveret:
        raise typer.Exit(ExitKode.MAIL_MANGLER)


@app.command()
def status(
    periode: Periodevalg = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Et teams id; standard: hele afdelingen.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="table, json eller csv.")] = Format.table,
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Vis de udgivne resultater for en periode.

    Eksempel: ledelsestilsyn status --periode 2021-04 --team T1 --format csv
    """
    from pipeline.status import hent_status
    from pipeline.terminal import vis_status

    with _koersel(arbejdsmappe, None, None) as koersel:
        vis_status(hent_status(koersel.mappe.publiceret, periode, team), format_.value)


@app.command()
def explain(
    indikator: Annotated[str, typer.Argument(metavar="INDIKATOR", help="Indikatorens nummer, fx 5.1.")],
    sag: Annotated[
        str | None, typer.Option("--sag", metavar="ID", help="Vis trin for trin, hvordan denne sag tæller.")
    ] = None,
    periode: Annotated[
        str | None,
        typer.Option("--periode", metavar="PERIODE", help="Kun denne måned eller dette kvartal (med --sag)."),
    ] = None,
    plan: Planvalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Forklar en indikator: definition, milepæle og SQL, eller hvorfor en sag tæller, som den gør.

    Eksempel: ledelsestilsyn explain 5.1 --sag S000479
    """
    from pipeline.call import STANDARDPLAN
    from pipeline.definitions.plans import laes_plan
    from pipeline.economist.case import Spoergsmaal, forklar_sag
    from pipeline.economist.explain import forklar
    from pipeline.economist.published import aabn_udgivelse
    from pipeline.terminal import vis_linjer

    if periode and sag is None:
        raise ForkertBrug("--periode hører til --sag.")
    valgt = laes_plan(plan or STANDARDPLAN)
    if sag is None:
        vis_linjer(forklar(valgt, indikator))
        return
    spurgt = Spoergsmaal(valgt, valgt.indikator(indikator), sag, periode)
    with aabn_udgivelse(_publiceret(arbejdsmappe)) as database:
        vis_linjer(forklar_sag(database, spurgt))


@app.command()
def shell(arbejdsmappe: Arbejdsmappevalg = None) -> None:
    """Stil spørgsmål til den udgivne database med SQL; eksempler og forklaringer er ved hånden.

    Eksempel: ledelsestilsyn shell
    """
    from pipeline.answers import vis_svar_kort
    from pipeline.economist.published import aabn_udgivelse
    from pipeline.economist.shell import Skaerm, Skal, tastede_linjer
    from pipeline.terminal import vis_linje

    with aabn_udgivelse(_publiceret(arbejdsmappe)) as database:
        skal = Skal(database, Skaerm(vis_linje, vis_svar_kort))
        if sys.stdin.isatty():
            skal.hjaelp("")
        skal.koer(tastede_linjer(lambda: skal.klar))
    if skal.fejl and not sys.stdin.isatty():
        raise typer.Exit(ExitKode.FORKERT_BRUG)


@app.command()
def examples(
    navn: Annotated[
        str | None, typer.Argument(metavar="NAVN", help="Eksemplet; uden navn vises dem, der er.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="table, json eller csv.")] = Format.table,
    vis_sql: Annotated[bool, typer.Option("--sql", help="Vis forespørgslen i stedet for svaret.")] = False,
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Færdige spørgsmål til den udgivne database: vis dem, eller kør et af dem.

    Eksempel: ledelsestilsyn examples ventetid_pr_tilbud
    """
    from pipeline import answers
    from pipeline.economist.examples import alle_eksempler, eksempel, svar_paa
    from pipeline.economist.published import aabn_udgivelse
    from pipeline.terminal import vis_linje

    if navn is None:
        answers.vis_eksempler(alle_eksempler())
        return
    valgt = eksempel(navn)
    if vis_sql:
        vis_linje(valgt.sql.rstrip())
        return
    with aabn_udgivelse(_publiceret(arbejdsmappe)) as database:
        answers.vis_eksempel(valgt, svar_paa(database, valgt.sql), format_.value)


@app.command()
def export(
    visninger: Annotated[
        list[str] | None,
        typer.Argument(metavar="VISNING", help="Visninger eller tabeller; uden navn alle visninger."),
    ] = None,
    format_: Annotated[Filformat, typer.Option("--format", help="parquet, csv eller xlsx.")] = Filformat.xlsx,
    til: Annotated[Path, typer.Option("--til", metavar="MAPPE", help="Hvor filerne skal ligge.")] = Path(),
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Kopiér visninger fra den udgivne database til Excel, CSV eller Parquet.

    Eksempel: ledelsestilsyn export status_nu sagstal --format xlsx --til regneark
    """
    from pipeline.economist.export import eksporter
    from pipeline.economist.published import aabn_udgivelse
    from pipeline.terminal import fremdrift, vis_linje

    with aabn_udgivelse(_publiceret(arbejdsmappe)) as database, fremdrift() as fortael:
        filer = eksporter(database, visninger or [], format_.value, til, fortael)
    for fil in filer:
        vis_linje(f"Skrevet: {fil}")


@app.command()
def docs(
    til: Annotated[
        Path | None,
        typer.Option("--til", metavar="MAPPE", help="Hvor de skal ligge. Standard: docs i kildekoden."),
    ] = None,
    kontrol: Annotated[
        bool, typer.Option("--kontrol", help="Skriv intet; sig kun, om dokumenterne er forældede.")
    ] = False,
) -> None:
    """Byg indikatorkataloget, dataordbogen og kommandooversigten ud fra definitionerne.

    Eksempel: ledelsestilsyn docs --kontrol
    """
    from pipeline.documents.build import foraeldede, skriv, standardmappe
    from pipeline.terminal import vis_linje

    rod, mappe = typer.main.get_command(app), til or standardmappe()
    if kontrol:
        if navne := list(foraeldede(rod, mappe)):
            raise ForkertBrug(f"Forældede dokumenter: {', '.join(navne)}. Kør ledelsestilsyn docs.")
        vis_linje("Dokumenterne svarer til definitionerne.")
        return
    for fil in skriv(rod, mappe):
        vis_linje(f"Skrevet: {fil}")


@plan_app.command("list")
def plan_list() -> None:
    """Vis planerne.

    Eksempel: ledelsestilsyn plan list
    """
    from pipeline.definitions.plans import alle_planer
    from pipeline.terminal import vis_planer

    vis_planer(alle_planer())


@plan_app.command("check")
def plan_check(
    fil: Annotated[Path, typer.Argument(metavar="FIL", help="Planfilen (YAML).")],
) -> None:
    """Kontrollér en planfil, og prøvekør al dens SQL; alle fejl nævnes på én gang.

    Eksempel: ledelsestilsyn plan check plans/slagelse_2021_2023.yaml
    """
    from pipeline.dryrun import kontroller_plan
    from pipeline.terminal import vis_linje

    plan = kontroller_plan(fil)
    milepaele = sum(len(i.milepaele) for i in plan.indikatorer)
    vis_linje(f"{fil.name}: i orden ({len(plan.indikatorer)} indikatorer, {milepaele} milepæle).")


@contextmanager
def _koersel(mappe: Path | None, fil: Path | None, plan: str | None) -> Iterator[Koersel]:
    """Settings read once, progress on stderr, and the log told of a fault nobody expected."""
    from pipeline.call import STANDARDPLAN, Koersel
    from pipeline.runlog import skriv_fejl
    from pipeline.settings import arbejdsmappe, find_indstillinger, laes_indstillinger
    from pipeline.terminal import fremdrift
    from pipeline.workspace import Arbejdsmappe

    rod = arbejdsmappe(mappe)
    indstillinger = laes_indstillinger(find_indstillinger(fil, rod))
    with fremdrift() as fortael:
        koersel = Koersel(Arbejdsmappe(rod), indstillinger, plan or STANDARDPLAN, fortael)
        try:
            yield koersel
        except LedelsestilsynFejl:
            raise
        except Exception as fejl:
            skriv_fejl(koersel.mappe.log, fejl)
            raise


def _publiceret(mappe: Path | None) -> Path:
    """The published file of the workspace."""
    from pipeline.settings import arbejdsmappe
    from pipeline.workspace import Arbejdsmappe

    return Arbejdsmappe(arbejdsmappe(mappe)).publiceret


def _dato(tekst: str | None) -> date | None:
    if tekst is None:
        return None
    try:
        # Not fromisoformat: it takes weeks too.
        return datetime.strptime(tekst, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise ForkertBrug("--udtraeksdato: skriv datoen som 2021-04-30.") from None


def main() -> NoReturn:
    """Entry point: every error becomes Danish lines on stderr and the exit code of its class."""
    try:
        sys.exit(app(standalone_mode=False) or ExitKode.OK)
    except LedelsestilsynFejl as fejl:
        _slut(fejl.linjer, fejl.exit_kode)
    except (typer.Abort, KeyboardInterrupt):
        _slut(("Afbrudt; intet er udgivet.",), ExitKode.INTERN_FEJL)
    except Exception as fejl:  # the last line of defence: no traceback reaches a user
        from pipeline.usage import brugsfejl

        if linje := brugsfejl(fejl):
            _slut((linje,), ExitKode.FORKERT_BRUG)
        _slut(
            (f"Uventet fejl ({type(fejl).__name__}); intet nyt er udgivet. Se log-mappen i arbejdsmappen.",),
            ExitKode.INTERN_FEJL,
        )


def _slut(linjer: tuple[str, ...], kode: ExitKode) -> NoReturn:
    for linje in linjer:
        typer.echo(f"Fejl: {linje}", err=True)
    sys.exit(int(kode))


if __name__ == "__main__":
    main()
