"""The commands that tell what is published from what, and who has done what."""

from __future__ import annotations

from pipeline.commands.begin import published_file
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
