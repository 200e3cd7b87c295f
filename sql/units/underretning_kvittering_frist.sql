-- one row per underretning whose notifier is known, received from a day on: confirmed in some working days
insert into enhed_frist by name
select
    underretning.underretning_id as enhed_id,
    underretning.sag_id,
    underretning.team_id as egen_team_id,
    underretning.raadgiver_id as egen_raadgiver_id,
    underretning.modtaget_dag as startdato,
    frist.dato as frist_dato,
    underretning.kvittering_dato as udfoert_dato
from underretning
asof left join arbejdsdag as modtaget on underretning.modtaget_dag >= modtaget.dato
inner join arbejdsdag as frist on coalesce(modtaget.nr, 0) + $arbejdsdage = frist.nr
where underretning.modtaget_dag >= $fra_dato and underretning.underretter_type <> 'anonym'
