"""The published municipality that the guides' queries are tried on."""

from tests.economist.conftest import published

__all__ = ["published"]
