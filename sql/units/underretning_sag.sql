-- one row per underretning of a case of a project
insert into enhed_haendelse by name
select
    underretning.underretning_id as enhed_id,
    underretning.sag_id,
    underretning.team_id as egen_team_id,
    underretning.raadgiver_id as egen_raadgiver_id,
    underretning.modtaget_dag as dato
from underretning
inner join projekt_sag($under_alder) as projekt
    on
        underretning.sag_id = projekt.sag_id
        and er_aktiv(projekt.fra_dato, projekt.til_dato, underretning.modtaget_dag)
