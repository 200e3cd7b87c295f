-- one row per underretning from a professional with a partshoering not before it came
insert into enhed_haendelse by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gruppe,
    partshoering_dato as dato,
    coalesce(underretter_inddraget, false) as opfyldt,
    case when underretter_inddraget is null then 'mangler' else 'indhold' end as aarsag
from underretning
where modtaget_dag >= $fra_dato and underretter_type = 'fagperson' and partshoering_dato >= modtaget_dag
