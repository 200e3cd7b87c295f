-- one row per underretning whose notifier is known, some days after it came: confirmed by the delivery's date
insert into enhed_haendelse by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    plus_dage(modtaget_dag, $dage) as dato,
    coalesce(kvittering_dato between modtaget_dag and getvariable('udtraeksdato')::date, false) as opfyldt,
    'mangler' as aarsag
from underretning
where underretter_type <> 'anonym'
