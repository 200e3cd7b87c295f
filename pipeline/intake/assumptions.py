"""What a delivery makes us assume, for the reports to say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from pipeline.database import Database, citat, felt
from pipeline.definitions.extract_models import Extract, Undvaeres
from pipeline.intake.headings import Overskrifter


def antagelser(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One Danish sentence for each extract that says nothing of some rows it should speak for."""
    for extract in extracts.values():
        if undvaeres := extract.kan_undvaeres:
            antal, alle = _uden_raekker(database, extract, extracts[undvaeres.extract], undvaeres)
            if antal:
                yield undvaeres.bemaerkning.format(antal=antal, alle=alle)


def bortfald(
    overskrifter: Mapping[str, Overskrifter],
    extracts: Mapping[str, Extract],
    udfyldte_foer: Callable[[Mapping[str, Collection[str]]], Mapping[str, Collection[str]]],
) -> Iterator[str]:
    """One Danish sentence for each extract without a column that an earlier delivery filled.

    A heading renamed at the source would otherwise look like work that is no longer done.
    """
    savnede = {
        navn: [kolonne for kolonne in extracts[navn].kolonner if kolonne not in hver.navne]
        for navn, hver in overskrifter.items()
    }
    for navn, kolonner in udfyldte_foer(savnede).items():
        if kolonner:
            hvilke, de = ("kolonnen", "Den regnes her som tom")
            if len(kolonner) > 1:
                hvilke, de = ("kolonnerne", "De regnes her som tomme")
            yield (
                f"Udtrækket {navn} mangler {hvilke} {', '.join(kolonner)}, "
                f"som en tidligere leverance havde. {de}."
            )


def _uden_raekker(
    database: Database, extract: Extract, andet: Extract, undvaeres: Undvaeres
) -> tuple[int, int]:
    """Rows of the other extract that this one has no row for but that fill the column; and all its rows."""
    (noegle,) = andet.noegle
    (henviser,) = (
        navn
        for navn, kolonne in extract.kolonner.items()
        if kolonne.henviser and kolonne.henviser.til == f"{andet.extract}.{noegle}"
    )
    alle = database.forbindelse.table(f"data.{citat(andet.extract)}")
    egne = database.forbindelse.table(f"data.{citat(extract.extract)}").project(felt(henviser).alias("·egen"))
    uden = alle.filter(felt(undvaeres.kolonne).isnotnull()).join(
        egne, felt(noegle) == felt("·egen"), how="anti"
    )
    database.forbindelse.register("uden_raekker", uden)
    return database.antal("uden_raekker"), database.antal(f"data.{citat(andet.extract)}")
