-- one row per plan, indicator, source, team (ALLE: all of them) and of two spans of days, the reported and the one
-- before: the judged units that the team took over from another in the deadline's last fourteen days
with
dag as (
    select
        unnest(['nu', 'foer']) as hvornaar,
        unnest([$fra::date, $foer_fra::date]) as fra,
        unnest([$til::date, $foer_til::date]) as til
),

maaned as (
    select
        periode.plan_id,
        periode.periode,
        dag.hvornaar
    from periode
    inner join dag on periode.foerste_dag between dag.fra and dag.til
    where periode.periodetype = 'maaned'
),

raekke as (
    select
        maaned.hvornaar,
        r.*
    from indikator_raekke as r
    inner join maaned on r.plan_id = maaned.plan_id and r.periode = maaned.periode
    where
        r.udfald in ('opfyldt', 'ikke_opfyldt')
        and r.team_siden between r.frist_dato - 14 and r.frist_dato
),

fordeling as (select * from sagsfordeling),

-- who had the case just before the team that answers for it took it over
overtaget as (
    select
        raekke.hvornaar,
        raekke.plan_id,
        raekke.indikator_id,
        raekke.kilde,
        raekke.enhed_id,
        raekke.frist_dato,
        raekke.udfald,
        raekke.team_id,
        arg_max_null(fordeling.team_id, fordeling.fra_dato) as forrige_team_id
    from raekke
    inner join fordeling on raekke.sag_id = fordeling.sag_id and raekke.team_siden > fordeling.fra_dato
    group by all
),

-- each unit is its team's and the department's
talt as (
    select
        * exclude (team_id),
        unnest([team_id, 'ALLE']) as team_id
    from overtaget
    where forrige_team_id <> team_id
)

select
    plan_id,
    indikator_id,
    kilde,
    team_id,
    hvornaar,
    count(*) filter (where udfald = 'opfyldt') as taeller,
    count(*) as naevner
from talt
group by plan_id, indikator_id, kilde, team_id, hvornaar
order by plan_id, indikator_id, kilde, team_id, hvornaar;
