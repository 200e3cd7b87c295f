-- one row per underretning from a professional whose notifier was told, on that day
insert into enhed_haendelse by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gruppe,
    tilbagemelding_dato as dato,
    tilbagemelding_dato - modtaget_dag as vaerdi
from underretning
where modtaget_dag >= $fra_dato and underretter_type = 'fagperson' and tilbagemelding_dato >= modtaget_dag
