-- one row per meeting in the window: the opfoelgninger of one case and day with form moede, taken together
insert into mulig_genstand by name
select
    'opfoelgning' as genstand_type,
    enhed_id as genstand_id,
    sag_id,
    dato as genstand_dato
from moede
where dato between $fra_dato and $til_dato
