-- one row per plan, team (ALLE: the department) and indicator: the verdict that leads, now and in the period before
with
foerende as (
    select *
    from resultater()
    where foerer
),

foer as (
    select *
    from foerende
    where periodetype = $periodetype and periode = $forrige
),

nu as (
    select *
    from foerende
    where periodetype = $periodetype and periode = $periode
)

select
    nu.team_id,
    nu.plan_id,
    nu.indikator_id,
    nu.titel,
    foer.kilde as foer_kilde,
    foer.status as foer_status,
    foer.usikker as foer_usikker,
    nu.kilde,
    nu.status,
    nu.usikker
from nu
inner join foer
    on
        nu.plan_id = foer.plan_id
        and nu.indikator_id = foer.indikator_id
        and nu.team_id = foer.team_id
order by nu.team_id, nu.plan_orden, nu.indikator_orden;
