-- one row per underretning received from a day on; a hearing withheld with the reason stated is exempt
insert into enhed_frist by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gruppe,
    modtaget_dag as startdato,
    plus_dage(modtaget_dag, $dage) as frist_dato,
    partshoering_dato as udfoert_dato,
    coalesce(partshoering_undladt, false) as undtaget
from underretning
where modtaget_dag >= $fra_dato
