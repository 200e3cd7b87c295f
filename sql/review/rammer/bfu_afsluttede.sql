-- one row per BFU that ended in the window otherwise than afbrudt; of the backlog, of the rest, or of both
insert into mulig_genstand by name
select
    'undersoegelse' as genstand_type,
    bfu_id as genstand_id,
    sag_id,
    afsluttet_dato as genstand_dato
from bfu_afsluttet
where
    afsluttet_dato between $fra_dato and $til_dato
    and ($efterslaeb::boolean is null or coalesce(efterslaeb, false) = $efterslaeb)
