-- one row per team with results in only one of the reported period and the one before, where both have any
with
resultat as (
    select distinct
        periode,
        team_id
    from indikator_resultat
    where periodetype = $periodetype and team_id <> 'UKENDT'
),

nu as (
    select team_id
    from resultat
    where periode = $periode
),

foer as (
    select team_id
    from resultat
    where periode = $forrige
)

select
    coalesce(nu.team_id, foer.team_id) as team_id,
    foer.team_id is null as ny
from nu
full join foer
    on nu.team_id = foer.team_id
where
    (nu.team_id is null or foer.team_id is null)
    and $forrige in (select periode from resultat)
order by 1;
