-- one row per underretning of abuse received from a day on; without a case there is no talk to look for
with samtaler as (
    select
        underretning.underretning_id,
        min(samtale.dato) as dato
    from underretning
    inner join boernesamtaler as samtale
        on underretning.sag_id = samtale.sag_id and samtale.dato >= underretning.modtaget_dag
    where list_contains($paragraffer, samtale.paragraf) and samtale.udfald = 'afholdt'
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
    samtaler.dato as udfoert_dato,
    underretning.sag_id is null as undtaget
from underretning
left join samtaler on underretning.underretning_id = samtaler.underretning_id
where underretning.overgreb and underretning.modtaget_dag >= $fra_dato
