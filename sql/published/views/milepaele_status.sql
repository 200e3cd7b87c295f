-- one row per plan, indicator and dated milestone
create view ud.milepaele_status as
with
nu as (
    select
        periode.plan_id,
        periode.sidste_dag
    from opgoerelse
    inner join periode
        on opgoerelse.periodetype = periode.periodetype and opgoerelse.periode = periode.periode
),

-- a past milestone as adopted on its day, a coming one as adopted by now
gaeldende as (
    select
        milepael.plan_id,
        milepael.indikator_id,
        milepael.dato,
        milepael.procent,
        milepael.slutmaal,
        milepael.dato > nu.sidste_dag as kommende
    from milepael
    inner join nu on milepael.plan_id = nu.plan_id
    where coalesce(milepael.vedtaget, '-infinity'::date) <= least(milepael.dato, nu.sidste_dag)
    qualify row_number() over (
        partition by milepael.plan_id, milepael.indikator_id, milepael.dato
        order by coalesce(milepael.vedtaget, '-infinity'::date) desc
    ) = 1
)

select
    g.plan_id,
    g.indikator_id,
    indikator.titel,
    g.dato,
    g.procent,
    maalt_i(indikator.vaerditype, indikator.vaerdienhed) as vaerdienhed,
    indikator.retning,
    g.slutmaal,
    r.taeller,
    r.naevner,
    r.vaerdi,
    r.afstand_pp,
    case
        when g.kommende then 'kommende'
        when r.status is null then 'ingen_data'
        when r.status = 'foran' then 'naaet'
        else r.status
    end as status,
    r.usikker
from gaeldende as g
inner join plan on g.plan_id = plan.plan_id
inner join indikator on g.plan_id = indikator.plan_id and g.indikator_id = indikator.indikator_id
-- the month that ends on the milestone's day is the first it is in force for
left join indikator_resultat as r
    on
        not g.kommende
        and g.plan_id = r.plan_id
        and g.indikator_id = r.indikator_id
        and g.dato = r.milepael_dato
        and r.periodetype = 'maaned'
        and r.periode = strftime(g.dato, '%Y-%m')
        and r.foerer
        and r.team_id = 'ALLE'
order by plan.orden, indikator.orden, g.dato;
