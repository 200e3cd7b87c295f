-- one row per underretning of a case received from a day on
with screeninger as (
    select
        underretning.underretning_id,
        min(screening.startet_dato) as dato
    from underretning
    inner join afdaekninger as screening
        on underretning.sag_id = screening.sag_id and screening.startet_dato >= underretning.modtaget_dag
    where screening.type = 'screening'
    group by underretning.underretning_id
)

insert into enhed_frist by name
select
    underretning.underretning_id as enhed_id,
    underretning.sag_id,
    underretning.team_id as egen_team_id,
    underretning.raadgiver_id as egen_raadgiver_id,
    underretning.modtaget_dag as startdato,
    plus_dage(underretning.modtaget_dag, $dage) as frist_dato,
    screeninger.dato as udfoert_dato
from underretning
left join screeninger on underretning.underretning_id = screeninger.underretning_id
where underretning.sag_id is not null and underretning.modtaget_dag >= $fra_dato
