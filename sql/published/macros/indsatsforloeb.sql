-- one row per measure that has begun or is to begin
-- (a family that moves in does not arrive with a measure: it begins here with the case; and the earliest day
-- that ends it is its end)
create macro ud.indsatsforloeb() as table
    select
        i.indsats_id,
        i.sag_id,
        s.barn_id,
        i.kategori,
        i.anbringelsessted,
        i.indsatstrin,
        greatest(i.start_dato, s.oprettet_dato) as begin_dato,
        least(i.slut_dato, i.bortfaldet_dato, s.lukket_dato) as ende_dato
    from indsatser as i
    inner join sager as s on i.sag_id = s.sag_id
    where i.start_dato is not null;
