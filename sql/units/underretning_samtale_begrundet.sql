-- one row per underretning received from a day on, on the day its assessment is due
insert into enhed_haendelse by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gruppe,
    modtaget_dag as startdato,
    plus_dage(modtaget_dag, $dage) as dato,
    coalesce(samtale_begrundelse, false) as opfyldt,
    case when samtale_begrundelse is null then 'mangler' else 'indhold' end as aarsag
from underretning
where modtaget_dag >= $fra_dato
