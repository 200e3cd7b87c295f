-- one row per indicator, source, period and team that is to have a result
create temp table gitter as
with aktive as (
    select
        periode.periodetype,
        periode.periode,
        teams.team_id
    from ud.periode as periode
    inner join teams
        on
            (teams.aktiv_fra is null or teams.aktiv_fra <= periode.sidste_dag)
            and (teams.aktiv_til is null or teams.aktiv_til >= periode.foerste_dag)
    union all
    select
        periodetype,
        periode,
        'ALLE' as team_id
    from ud.periode
),

-- a survey's teams are shown when each that answered has at least five answers, or none answered
skjulte as (
    select distinct
        indikator_id,
        periodetype,
        periode
    from optalt
    where kilde = 'spoergeskema' and team_id <> 'ALLE' and naevner < 5
),

-- every active team for the main source; beside them whatever has units
celler as (
    select
        indikator.indikator_id,
        indikator.kilde,
        aktive.periodetype,
        aktive.periode,
        aktive.team_id
    from ud.indikator as indikator
    cross join aktive
    union
    select
        indikator_id,
        kilde,
        periodetype,
        periode,
        team_id
    from optalt
)

select
    celler.indikator_id,
    celler.kilde,
    celler.periodetype,
    celler.periode,
    celler.team_id
from celler
left join skjulte
    on
        celler.kilde = 'spoergeskema'
        and celler.indikator_id = skjulte.indikator_id
        and celler.periodetype = skjulte.periodetype
        and celler.periode = skjulte.periode
where skjulte.indikator_id is null or celler.team_id = 'ALLE';
