"""The drawings of what is shared run as those of the unit files do."""

from tests.units.conftest import computed as computed
