-- one row per handleplan offered to parents; their answer has no date, so it counts when the deadline comes
insert into enhed_frist by name
select
    handleplan_id as enhed_id,
    sag_id,
    tilbudt_dato as startdato,
    plus_dage(tilbudt_dato, $dage) as frist_dato,
    coalesce(foraeldre_svar = 'ja', false) as opfyldt_ved_frist,
    false as kan_undtages,
    case when foraeldre_svar is null then 'mangler' else 'indhold' end as aarsag,
    foraeldre_svar is null as paa_fristliste
from handleplaner
where type = 'foraeldre' and tilbudt_dato is not null
