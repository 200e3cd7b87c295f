-- one row per child, kind of placement and night: a child in two placements of a kind on one day is one child
create macro ud.anbringelsesdoegn() as table
    select distinct
        i.barn_id,
        coalesce(i.anbringelsessted, 'ukendt') as anbringelsessted,
        -- the day of the end is the first the child is no longer placed
        unnest(range(i.begin_dato, least(i.ende_dato, o.opgjort_pr + 1), interval 1 day))::date as dag
    from indsatsforloeb() as i
    cross join opgoerelse as o
    where i.kategori = 'anbringelse' and i.begin_dato <= o.opgjort_pr;
