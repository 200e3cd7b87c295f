"""The wheel's bill of materials: what a pinned installation of it holds, as CycloneDX JSON in `sboms/`.

Made of `pins/run.txt` when a wheel is built (PEP 770), so it says what was tried and not what an index has
that day. Two builds of the same sources give the same bytes: it has no time, and its number is its content's.
"""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PINS = Path("pins") / "run.txt"
FILE_NAME = "ledelsestilsyn.cdx.json"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\n\\]*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill(pins: str, version: str) -> dict[str, Any]:
    """What the pins say, as a CycloneDX 1.6 document; hashes are of the files a package may come in."""
    found = list(_PIN.finditer(pins))
    ends = [*(pin.start() for pin in found[1:]), len(pins)]
    parts = [_component(pin, pins[pin.end() : end]) for pin, end in zip(found, ends, strict=True)]
    root = f"pkg:pypi/ledelsestilsyn@{version}"
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "ledelsestilsyn",
                "version": version,
            }
        },
        "components": parts,
        "dependencies": [{"ref": root, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))
    return {**document, "serialNumber": f"urn:uuid:{number}"}


def _component(pin: re.Match[str], rest: str) -> dict[str, Any]:
    name, version, condition = pin[1], pin[2], pin[3].strip(" ;")
    purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
    told = [{"name": "sha256", "value": value} for value in _HASH.findall(rest)]
    told += [{"name": "condition", "value": condition}] if condition else []
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "properties": told,
    }


class SbomHook(BuildHookInterface):  # type: ignore[type-arg]
    """Lays the bill beside the wheel's metadata; an installation to work in needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write it where the build finds it."""
        if version == "editable":
            return
        self._place = TemporaryDirectory()
        file = Path(self._place.name) / FILE_NAME
        pins = (Path(self.root) / PINS).read_text(encoding="utf-8")
        document = bill(pins, self.metadata.version)
        file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
        build_data["sbom_files"].append(str(file))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear up."""
        if version != "editable":
            self._place.cleanup()
