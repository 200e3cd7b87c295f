-- one row per plan, team, indicator, source and month whose figure is not what was published before
with
nu as (select * from resultater()),

foer as (select * from tidligere.main.indikator_resultat)

select
    nu.team_id,
    nu.plan_id,
    nu.indikator_id,
    nu.titel,
    nu.periode,
    nu.vaerdienhed,
    foer.taeller as foer_taeller,
    foer.naevner as foer_naevner,
    foer.vaerdi as foer_vaerdi,
    nu.taeller,
    nu.naevner,
    nu.vaerdi
from nu
inner join foer
    on
        nu.plan_id = foer.plan_id
        and nu.indikator_id = foer.indikator_id
        and nu.kilde = foer.kilde
        and nu.periodetype = foer.periodetype
        and nu.periode = foer.periode
        and nu.team_id = foer.team_id
where
    nu.periodetype = 'maaned'
    and not foer.foreloebig
    and nu.grund is null
    and (
        nu.taeller is distinct from foer.taeller
        or nu.naevner is distinct from foer.naevner
        -- a sum of other rows is another figure; what differs in the last digit is not
        or abs(nu.vaerdi - foer.vaerdi) > 1e-9 * greatest(1, abs(nu.vaerdi))
    )
order by
    nu.team_id asc,
    nu.periode desc,
    nu.plan_orden asc,
    nu.indikator_orden asc,
    nu.kilde asc;
