-- one row per underretning of a case of a project opened before that day, held against the project's cases
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
        and projekt.oprettet_dato < underretning.modtaget_dag;

insert into enhed_eksponering by name
select
    sag.sag_id as enhed_id,
    sag.sag_id,
    sag.opgjort_pr
from aaben_sag as sag
inner join projekt_sag($under_alder) as projekt
    on sag.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, sag.opgjort_pr)
