-- one row per underretning from a professional received from a day on, on the day its assessment is due
-- (plan and law ask whether the notifier was told, not when; told by the delivery's date is told)
insert into enhed_haendelse by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gruppe,
    modtaget_dag as startdato,
    plus_dage(modtaget_dag, $dage) as dato,
    coalesce(tilbagemelding_dato between modtaget_dag and getvariable('udtraeksdato')::date, false) as opfyldt,
    'mangler' as aarsag
from underretning
where modtaget_dag >= $fra_dato and underretter_type = 'fagperson'
