-- one row per team with results in the reported period, with its public name
with
resultat as (select * from indikator_resultat),

hold as (select * from teams)

select
    resultat.team_id,
    coalesce(hold.navn, resultat.team_id) as navn
from (
    select distinct team_id
    from resultat
    where periodetype = $periodetype and periode = $periode and team_id <> 'ALLE'
) as resultat
left join hold on resultat.team_id = hold.team_id
order by resultat.team_id = 'UKENDT', navn, resultat.team_id;
