"""The only importer of duckdb: open, attach, run one SQL file with named parameters, fetch rows.

Every connection is locked down: no extension is fetched or loaded by itself, and files outside the
folders named when it was opened cannot be read or written.
"""

from pipeline.base.database.connection import STORAGE_VERSION, Database
from pipeline.base.database.expressions import Expression, Relation, col, fn, lit
from pipeline.base.database.names import quote, sql_file
from pipeline.base.database.opening import of_this_version, open_database, open_file, open_read_only
from pipeline.base.database.rewrite import rewritten

__all__ = [
    "STORAGE_VERSION",
    "Database",
    "Expression",
    "Relation",
    "col",
    "fn",
    "lit",
    "of_this_version",
    "open_database",
    "open_file",
    "open_read_only",
    "quote",
    "rewritten",
    "sql_file",
]
