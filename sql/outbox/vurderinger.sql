-- one row per team (ALLE: the department) and indicator: the verdict its report leads with, now and before
with
resultat as (select * from indikator_resultat),

indikator as (select * from indikator),

nu as (
    select *
    from resultat
    where periodetype = $periodetype and periode = $periode
),

foer as (
    select *
    from resultat
    where periodetype = $periodetype and periode = $forrige
)

select
    nu.team_id,
    nu.indikator_id,
    indikator.titel,
    foer.status as foer_status,
    foer.usikker as foer_usikker,
    nu.status,
    nu.usikker
from nu
inner join foer
    on
        nu.plan_id = foer.plan_id
        and nu.indikator_id = foer.indikator_id
        and nu.kilde = foer.kilde
        and nu.team_id = foer.team_id
inner join indikator
    on nu.plan_id = indikator.plan_id and nu.indikator_id = indikator.indikator_id
where
    nu.kilde = case
        when
            list_contains($tilsyn_foerer, nu.indikator_id)
            and exists (
                select 1
                from nu as tilsyn
                where
                    tilsyn.indikator_id = nu.indikator_id
                    and tilsyn.team_id = nu.team_id
                    and tilsyn.kilde = 'tilsyn'
                    and tilsyn.naevner > 0
            )
            then 'tilsyn'
        else indikator.kilde
    end
order by
    nu.team_id,
    indikator.udviklingspunkt,
    try_cast(split_part(nu.indikator_id, '.', 2) as integer),
    nu.indikator_id;
