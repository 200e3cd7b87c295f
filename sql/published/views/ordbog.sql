-- one row per table, view and macro, and one per column, with its Danish comment
create view ud.ordbog as
select
    objekt,
    art,
    nr,
    kolonne,
    type,
    betydning
from (
    select
        table_name as objekt,
        'tabel' as art,
        0 as nr,
        null as kolonne,
        null as type,
        comment as betydning
    from duckdb_tables()
    where database_name = current_database() and not internal
    union all
    select
        view_name as objekt,
        'visning' as art,
        0 as nr,
        null as kolonne,
        null as type,
        comment as betydning
    from duckdb_views()
    where database_name = current_database() and not internal
    union all
    select
        function_name as objekt,
        'makro' as art,
        0 as nr,
        null as kolonne,
        null as type,
        comment as betydning
    from duckdb_functions()
    where database_name = current_database() and not internal
    union all
    select
        kolonner.table_name as objekt,
        'kolonne' as art,
        kolonner.column_index as nr,
        kolonner.column_name as kolonne,
        kolonner.data_type as type,
        kolonner.comment as betydning
    from duckdb_columns() as kolonner
    where kolonner.database_name = current_database() and not kolonner.internal
) as led
order by objekt, nr;
