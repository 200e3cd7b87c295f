-- one row per underretning received from the plan's first day
insert into enhed_frist by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    modtaget_tidspunkt::date as startdato,
    plus_dage(modtaget_tidspunkt::date, $dage) as frist_dato,
    partshoering_dato as udfoert_dato
from underretninger
where modtaget_tidspunkt >= $fra_dato
