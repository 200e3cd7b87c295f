-- one row per case open on the window's last day, where an age is given with a younger child
insert into mulig_genstand by name
select
    'sag' as genstand_type,
    sag_id as genstand_id,
    sag_id,
    oprettet_dato as genstand_dato,
    $til_dato::date as referencedato
from projekt_sag($under_alder)
where
    er_aktiv(fra_dato, til_dato, $til_dato::date)
    and er_aktiv(oprettet_dato, lukket_dato, $til_dato::date)
