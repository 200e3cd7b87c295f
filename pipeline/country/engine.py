"""Tasks on a Dask cluster: one per worker at a time, again where a worker is gone.

The only importer of Dask, itself imported when a country is run. A cluster of our own listens on the loopback
alone, with certificates made for the occasion: whoever can talk to a worker can have it do anything as our
user.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import dask
from distributed import Client, LocalCluster, WorkerPlugin, as_completed
from distributed.security import Security

from pipeline.base.errors import UsageFault
from pipeline.country.cluster import Cluster

SEAT = "kommune"
"""Every worker has one, and a task takes it: a month uses the memory and the cores that are there."""
_SETTINGS = {
    "distributed.comm.compression": None,  # tables of some kilobytes
    "distributed.admin.tick.limit": "1h",  # that a month keeps a worker busy is no news
    "distributed.worker.profile.enabled": False,
}
_WAIT = "20s"

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Done(Generic[Made]):
    """What became of one task; `made` is None where every worker that was given it was lost."""

    name: str
    made: Made | None


class Seats(WorkerPlugin):  # type: ignore[misc,unused-ignore]
    """Gives a worker its one seat, and lets it have the second process that a month is done with.

    One that is our `own` leaves Ctrl-C to the process that started it; with `quiet` it serves no pages about
    itself.
    """

    name = SEAT

    def __init__(self, *, own: bool, quiet: bool) -> None:
        self.own, self.quiet = own, quiet

    async def setup(self, worker: Any) -> None:
        """As the worker begins, or is found already at work."""
        # A nanny starts its worker as a daemon, which may have no processes of its own.
        multiprocessing.current_process().daemon = False
        if self.own:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if self.own and self.quiet:
            worker.http_server.stop()
        await worker.set_resources(**{SEAT: 1})


def run_tasks(
    cluster: Cluster, folder: Path, work: Callable[[Given], Made], tasks: Mapping[str, Given]
) -> Iterator[Done[Made]]:
    """Do the work on every task, and tell of each as it is done; `folder` is for the engine's own files.

    Raises:
        UsageFault: the scheduler cannot be reached, has no workers, or is gone before the end.
    """
    with dask.config.set(_SETTINGS), _client(cluster, folder) as client, _connected(cluster):
        client.register_plugin(Seats(own=cluster.scheduler is None, quiet=cluster.dashboard is None))
        waiting, run = list(tasks.items()), uuid.uuid4().hex
        under_way = as_completed(loop=client.loop)
        _fill(client, under_way, run, work, waiting)
        for future in under_way:
            if future.status not in {"finished", "error"}:
                raise ConnectionError  # given up by a client that has lost its scheduler
            name = future.key.removeprefix(f"{SEAT}-{run}-")
            yield Done(name, future.result() if future.status == "finished" else None)
            future.release()
            _fill(client, under_way, run, work, waiting)


@contextmanager
def _connected(cluster: Cluster) -> Iterator[None]:
    try:
        yield
    except (OSError, CancelledError):  # of the connection alone: the work itself raises none
        raise UsageFault(
            f"{cluster.scheduler or 'Klyngen'}: forbindelsen gik tabt. Kør igen; de kommuner, der er "
            "færdige, er gemt."
        ) from None


def _fill(
    client: Client,
    under_way: as_completed,
    run: str,
    work: Callable[[Given], Made],
    waiting: list[tuple[str, Given]],
) -> None:
    """Give out tasks, never more than there are workers: so each goes to one that is free."""
    workers = len(client.scheduler_info(n_workers=-1)["workers"])
    while waiting and under_way.count() < max(1, workers):
        name, task = waiting.pop(0)
        key = f"{SEAT}-{run}-{name}"  # a new one each time: the engine gives no old answer
        under_way.add(client.submit(work, task, key=key, resources={SEAT: 1}, pure=False))


@contextmanager
def _client(cluster: Cluster, folder: Path) -> Iterator[Client]:
    """Whoever gives the cluster work; the cluster too, where none is named."""
    for name in filter(lambda name: name.startswith("distributed"), logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # each has a level of its own
    with ExitStack() as opened:
        own = None if cluster.scheduler else opened.enter_context(_local(cluster, folder))
        try:
            client = opened.enter_context(
                Client(
                    own or cluster.scheduler, security=_security(cluster), timeout=_WAIT, set_as_default=False
                )
            )
            client.wait_for_workers(1, timeout=_WAIT)
        except (OSError, ValueError):
            sys.unraisablehook = lambda _: None  # a client that never came up complains of it once more
            raise UsageFault(
                f"{cluster.scheduler or 'Klyngen'}: der svarer ingen scheduler med arbejdere (forventet fx "
                "tls://maskine:8786). Start dask scheduler og dask worker, og prøv igen."
            ) from None
        yield client


def _local(cluster: Cluster, folder: Path) -> LocalCluster:
    """A cluster on this machine: one process per core, and nothing that listens but to each other."""
    own = LocalCluster(
        n_workers=cluster.workers or os.cpu_count() or 1,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        security=True,
        memory_limit=0,  # the database keeps its own
        dashboard_address=cluster.dashboard,
        local_directory=str(folder),
        silence_logs=logging.CRITICAL,
    )
    if not cluster.dashboard:
        own.scheduler.http_server.stop()
    return own


def _security(cluster: Cluster) -> Security | None:
    if not cluster.tls:
        return None
    return Security(
        tls_ca_file=str(cluster.ca),
        tls_client_cert=str(cluster.certificate),
        tls_client_key=str(cluster.key),
        require_encryption=True,
    )
