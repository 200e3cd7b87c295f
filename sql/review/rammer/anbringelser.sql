-- one row per placement active on the window's last day
insert into mulig_genstand by name
select
    'indsats' as genstand_type,
    indsats_id as genstand_id,
    sag_id,
    begin_dato as genstand_dato,
    $til_dato::date as referencedato
from indsats
where kategori = 'anbringelse' and er_aktiv(begin_dato, ende_dato, $til_dato::date)
