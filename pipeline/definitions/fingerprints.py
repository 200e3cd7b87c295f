"""Fingerprints of what figures are computed by: plan and SQL, all shipped SQL, the extracts' definitions.

They are published beside the figures, so that a figure can be traced to what made it.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from pipeline.base.resources import resource
from pipeline.definitions.plans import Plan


def plan_sha256(plan: Plan) -> str:
    """Of all that the plan says, and of the SQL its indicators are computed with."""
    sha = hashlib.sha256(plan.model_dump_json().encode())
    for _, file in sorted({(i.beregning.sql, plan.unit_file(i)) for i in plan.indikatorer}):
        sha.update(file.read_bytes())
    return sha.hexdigest()


def sql_sha256() -> str:
    """Of every SQL file that comes with the program."""
    return _of_folder(resource("sql"), "*.sql")


def udtraek_sha256() -> str:
    """Of the definitions of the extracts: columns, types, codes and checks."""
    return _of_folder(resource("expectations"), "*.yaml")


@functools.cache
def _of_folder(folder: Path, pattern: str) -> str:
    """Of the files' names and bytes; kept, since what comes with the program does not change in a run."""
    sha = hashlib.sha256()
    for file in sorted(folder.rglob(pattern)):
        sha.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        sha.update(hashlib.sha256(file.read_bytes()).digest())
    return sha.hexdigest()
