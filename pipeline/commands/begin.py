"""How a command begins: settings read once, progress on stderr, the log told of a fault nobody expected."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.base.errors import InternalError, LedelsestilsynError, UsageFault
from pipeline.base.interrupt import require_running
from pipeline.commands.end import unexpected

if TYPE_CHECKING:
    from pipeline.base.workspace import Workspace
    from pipeline.call import Call, Leverance


@contextmanager
def begin(
    folder: Path | None = None, settings: Path | None = None, plan: Sequence[str] | None = None
) -> Iterator[Call]:
    """The call that a command's options make; each option is None where it is left out.

    Raises:
        SurroundingsFault: the machine does not let it.
        InternalError: a fault nobody expected, now in the log.
    """
    from pipeline.base.log import write_error
    from pipeline.base.settings import find_settings, read_settings, workspace
    from pipeline.base.surroundings import surroundings_fault
    from pipeline.base.workspace import Workspace
    from pipeline.call import Call
    from pipeline.commands.terminal import notice, progress

    root = workspace(folder)
    chosen = read_settings(find_settings(settings, root))
    with progress() as tell:
        call = Call(Workspace(root), chosen, tuple(plan or ()), tell, notice, settings_file=settings)
        try:
            yield call
        except LedelsestilsynError:
            raise
        except Exception as error:
            require_running()
            if fault := surroundings_fault(error):
                raise fault from error
            with suppress(OSError):
                write_error(call.folder.log, error)
            raise InternalError(f"{unexpected(error)} Se log-mappen i arbejdsmappen.") from error


def own_workspace(folder: Path | None) -> Workspace:
    """The workspace, for commands that need no settings; it need not be there."""
    from pipeline.base.settings import workspace
    from pipeline.base.workspace import Workspace

    return Workspace(workspace(folder))


def published_file(folder: Path | None) -> Path:
    """The published file of the workspace, for commands that only read it and need no settings.

    Raises:
        UsageFault: it may not be read. Whether it is there is the command's own to tell.
    """
    from pipeline.base.reading import before_reading
    from pipeline.commands.terminal import notice

    workspace = own_workspace(folder)
    file = workspace.published
    for line in before_reading(workspace):
        notice(line)
    try:
        file.open("rb").close()
    except PermissionError:
        raise UsageFault(f"{file}: du har ikke ret til at læse den udgivne database.") from None
    except OSError:
        pass
    return file


def own_plans(directory: Path | None) -> tuple[Path, ...]:
    """The folder of the municipality's own plans, as `published_file`; none where it may not be read."""
    from pipeline.base.settings import workspace
    from pipeline.base.workspace import Workspace

    folder = Workspace(workspace(directory)).plans
    return (folder,) if os.access(folder, os.R_OK | os.X_OK) else ()


def begin_loading(call: Call, leverance: Leverance) -> None:
    """Begin what loads for longest, in the second process, before this one loads the rest."""
    from pipeline.ready import get_ready

    get_ready(call.folder, leverance)


def refuse(why: str, **option: object) -> None:
    """Refuse options that this call would not use; those left out are None."""
    from pipeline.base.text import enumeration

    if given := [f"--{name.replace('_', '-')}" for name, value in option.items() if value is not None]:
        raise UsageFault(f"{enumeration(given)} {why}.")
