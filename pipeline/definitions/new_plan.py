"""A plan for a municipality to fill in: from a commented template, or as a copy of another plan."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import yaml

from pipeline.base.durable import write_new
from pipeline.base.errors import InternalError, SettingsError, UsageFault
from pipeline.base.resources import resource
from pipeline.base.strict import LOADER
from pipeline.definitions.plan_checks import TAKEN_IDS
from pipeline.definitions.plans import plan_file, read_plan

LENGTH = 60
"""Of an id at most: it is part of file names."""

YEARS = 2
"""How many years after its first the template's plan ends; a municipality corrects it."""


def write_new_plan(plan_id: str, folder: Path, organisation: str, source: str | None = None) -> Path:
    """Write `<folder>/<plan_id>.yaml`; the file.

    From the template, or a copy of the plan `source`, found as a run finds it, with its comments: its id and
    organisation are the new ones.

    Raises:
        UsageFault: the id is no id or taken, or there is no such source.
        DefinitionsError: the source does not hold.
        SettingsError: the folder cannot be written to.
    """
    _require_free(plan_id, folder)
    if source is None:
        text = _template(plan_id, organisation, datetime.now().astimezone().date())
    else:
        text = _copy(_source_file(source, folder), plan_id, organisation)
    file = folder / f"{plan_id}.yaml"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(file, text)
    except OSError:
        raise SettingsError(f"{file}: planen kan ikke skrives.") from None
    return file


def _source_file(source: str, folder: Path) -> Path:
    """The file of a plan that holds: what is wrong with it should not be copied."""
    read_plan(source, (folder,))
    if file := plan_file(source, (folder,)):
        return file
    raise InternalError(f"{source}: planen er læst, men har ingen fil")


def _require_free(plan_id: str, folder: Path) -> None:
    if not re.fullmatch(rf"[a-z0-9_]{{1,{LENGTH}}}", plan_id) or plan_id in TAKEN_IDS:
        raise UsageFault(
            f"{plan_id!r} kan ikke være en plans id: brug små bogstaver fra a til z, tal og _, "
            f"højst {LENGTH} tegn, fx naerved_2026."
        )
    if taken := plan_file(plan_id, (folder,)):
        where = str(taken) if taken.parent == folder else "en plan, der følger med"
        raise UsageFault(f"Planens id {plan_id} er taget af {where}: vælg et andet.")


def _template(plan_id: str, organisation: str, today: date) -> str:
    text = resource("plans", "skabelon", "plan.yaml").read_text(encoding="utf-8")
    letters = re.sub(r"[^a-z]", "", plan_id)[:2].upper() or "P"
    for mark, word in {
        "PLAN_ID": plan_id,
        "ORGANISATION": _quoted(organisation),
        "INDIKATOR": f"{letters}1",
        "AAR": str(today.year),
        "SLUTAAR": str(today.year + YEARS),
    }.items():
        text = text.replace(f"@{mark}@", word)
    return text


def _copy(source: Path, plan_id: str, organisation: str) -> str:
    text = source.read_text(encoding="utf-8")
    for key, word in (("plan_id", plan_id), ("organisation", _quoted(organisation))):
        text = _with_value(text, key, word)
    return (
        f"# Kopi af {source.stem}. Ret titel, organisation, start_dato, slut_dato, foerste_periode og\n"
        "# kilde_dokument, og milepæle, parametre og tekster, hvor jeres plan siger noget andet. Slet det,\n"
        f"# I ikke lover. Kør derefter ledelsestilsyn plan check {plan_id}.\n\n{text}"
    )


def _with_value(text: str, key: str, word: str) -> str:
    """The text of a mapping in YAML with another value for a key; all else stands as it was."""
    root = yaml.compose(text, Loader=LOADER)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 - the plan has just been read
    for name, value in root.value:
        if name.value == key:
            start, end = value.start_mark.index, value.end_mark.index
            rest = "\n" if text[start:end].endswith("\n") else ""
            return f"{text[:start]}{word}{rest}{text[end:]}"
    return text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
