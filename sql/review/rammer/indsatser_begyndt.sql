-- one row per measure of the kinds named that began in the window
insert into mulig_genstand by name
select
    'indsats' as genstand_type,
    indsats_id as genstand_id,
    sag_id,
    begin_dato as genstand_dato
from indsats
where begin_dato between $fra_dato and $til_dato and list_contains($kategorier::varchar[], kategori)
