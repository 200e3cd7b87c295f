"""The commands that tell what is published from what, and who has done what."""

from __future__ import annotations

from pipeline.commands.begin import own_workspace, published_file
from pipeline.commands.options import Format, FormatOption, WorkspaceOption


def fingerprint(format_: FormatOption = Format.table, workspace: WorkspaceOption = None) -> None:
    """Vis et fingeraftryk af hver udgivet tabel: ens tal har ens aftryk, uanset dag og maskine.

    Eksempel: ledelsestilsyn fingerprint --format csv
    """
    from pipeline.commands.terminal import show_line, write_data
    from pipeline.publication.fingerprint import fingerprints, of_all

    tables = fingerprints(published_file(workspace))
    if format_ is not Format.table:
        rows = [(t.tabel, t.raekker, t.sha256) for t in tables]
        write_data(("tabel", "raekker", "sha256"), rows, format_.value)
        return
    for table in tables:
        show_line(f"{table.sha256}  {table.raekker:>9}  {table.tabel}")
    show_line(f"{of_all(tables)}  i alt")


def history(format_: FormatOption = Format.table, workspace: WorkspaceOption = None) -> None:
    """Vis revisionssporet: hvem der har kørt, godkendt, sendt og slettet hvad, og hvordan det gik.

    Eksempel: ledelsestilsyn history --format csv
    """
    from pipeline.base.audit import FIELDS, history, require_whole
    from pipeline.commands.terminal import show_line, write_data

    file = own_workspace(workspace).audit
    rows = history(file)
    if format_ is Format.table:
        for row in rows:
            moment = str(row["tidspunkt"])[:16].replace("T", " ")
            words = (row["handling"], row["periode"], row["udfald"], row["hvad"])
            show_line(f"{moment}  {row['konto']}: {' · '.join(str(word) for word in words if word)}")
        if not rows:
            show_line("Der står intet i sporet endnu.")
    else:
        write_data(FIELDS, (tuple(row.values()) for row in rows), format_.value)
    require_whole(file)
