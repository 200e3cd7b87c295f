"""The wheel's bill of materials says what the pins say, and the wheel holds it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipeline import __version__
from tests.command_line import ROOT
from tools.sbom import FILE_NAME, PINS, bill

DRAWN = """\
duckdb==2.0.0 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via ledelsestilsyn
Ruamel.Yaml==0.19 ; python_version < '3.12' \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)


def test_each_pin_is_a_component_with_its_hashes_and_condition() -> None:
    """By the name an index normalises it to; the number is the content's."""
    document = bill(DRAWN, "1.2")
    assert [part["purl"] for part in document["components"]] == [
        "pkg:pypi/duckdb@2.0.0",
        "pkg:pypi/ruamel-yaml@0.19",
    ]
    told = [[(p["name"], p["value"]) for p in part["properties"]] for part in document["components"]]
    a, b = ("sha256", "a" * 64), ("sha256", "b" * 64)
    assert told == [[a, b], [a, ("condition", "python_version < '3.12'")]]
    assert document["metadata"]["component"]["version"] == "1.2"
    assert bill(DRAWN, "1.2") == document
    assert bill(DRAWN, "1.3")["serialNumber"] != document["serialNumber"]


def test_the_wheel_holds_every_pin(tmp_path: Path) -> None:
    """Among its metadata, where tools look for it."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as parts:
        name = f"ledelsestilsyn-{__version__}.dist-info/sboms/{FILE_NAME}"
        document = json.loads(parts.read(name))
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / PINS).read_text("utf-8"), re.MULTILINE)
    assert [(part["name"], part["version"]) for part in document["components"]] == pins
    assert len({part["bom-ref"] for part in document["components"]}) == len(pins)


def test_it_is_what_the_schema_of_cyclonedx_asks_for() -> None:
    """Of the whole pins, strictly; one key that the schema does not know is found."""
    validation = pytest.importorskip("cyclonedx.validation.json")
    from cyclonedx.schema import SchemaVersion

    strict = validation.JsonStrictValidator(SchemaVersion.V1_6)
    document = bill((ROOT / PINS).read_text("utf-8"), __version__)
    assert strict.validate_str(json.dumps(document)) is None
    assert strict.validate_str(json.dumps({**document, "komponenter": []})) is not None
