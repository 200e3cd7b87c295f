-- one row per team, indicator, source and month whose figure is not what was published before
with
nu as (select * from indikator_resultat),

foer as (select * from tidligere.main.indikator_resultat),

indikator as (select * from indikator)

select
    nu.team_id,
    nu.indikator_id,
    indikator.titel,
    nu.periode,
    foer.taeller as foer_taeller,
    foer.naevner as foer_naevner,
    nu.taeller,
    nu.naevner
from nu
inner join foer
    on
        nu.plan_id = foer.plan_id
        and nu.indikator_id = foer.indikator_id
        and nu.kilde = foer.kilde
        and nu.periodetype = foer.periodetype
        and nu.periode = foer.periode
        and nu.team_id = foer.team_id
inner join indikator
    on nu.plan_id = indikator.plan_id and nu.indikator_id = indikator.indikator_id
where
    nu.periodetype = 'maaned'
    and not foer.foreloebig
    and (nu.taeller <> foer.taeller or nu.naevner <> foer.naevner)
order by
    nu.team_id asc,
    nu.periode desc,
    indikator.udviklingspunkt asc,
    try_cast(split_part(nu.indikator_id, '.', 2) as integer) asc,
    nu.indikator_id asc,
    nu.kilde asc;
