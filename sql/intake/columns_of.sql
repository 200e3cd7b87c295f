-- one row per column of a table in an attached database, in order
select
    column_name as navn,
    data_type as slags
from duckdb_columns()
where
    database_name = $base
    and schema_name = $skema
    and table_name = $tabel
order by column_index;
