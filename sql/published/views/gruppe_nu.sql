-- one row per plan, indicator, source, team and group of units of the reported period
create view ud.gruppe_nu as
select
    g.plan_id,
    g.indikator_id,
    indikator.titel,
    g.kilde,
    g.team_id,
    team_navn(g.team_id, teams.navn) as team_navn,
    g.periode,
    g.gruppe,
    maalt_i(maalt_som(g.kilde, indikator.kilde, indikator.vaerditype), indikator.vaerdienhed) as vaerdienhed,
    g.taeller,
    g.naevner,
    g.undtaget,
    g.afventer,
    g.vaerdi,
    g.ki_nedre,
    g.ki_oevre
from opgoerelse
inner join indikator_gruppe as g
    on opgoerelse.periodetype = g.periodetype and opgoerelse.periode = g.periode
inner join plan on g.plan_id = plan.plan_id
inner join indikator on g.plan_id = indikator.plan_id and g.indikator_id = indikator.indikator_id
left join teams on g.team_id = teams.team_id
order by plan.orden, indikator.orden, g.kilde <> indikator.kilde, g.kilde, g.team_id, g.gruppe;
