-- one row per case closed in the window; where it is asked for, with or without the general services involved
insert into mulig_genstand by name
select
    'sag' as genstand_type,
    sag_id as genstand_id,
    sag_id,
    lukket_dato as genstand_dato
from sager
where
    lukket_dato between $fra_dato and $til_dato
    and ($almenomraade::boolean is null or coalesce(almenomraade_involveret, false) = $almenomraade)
