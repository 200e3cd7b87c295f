-- one row per plan, indicator held against a baseline and team of the reported period
create view ud.baseline_nu as
select
    r.plan_id,
    r.indikator_id,
    r.titel,
    r.team_id,
    r.team_navn,
    r.periode,
    r.vaerdienhed,
    indikator.retning,
    r.vaerdi,
    r.naevner,
    r.baseline_periode,
    r.baseline_vaerdi,
    r.baseline_naevner,
    r.forskel,
    r.forskel_nedre,
    r.forskel_oevre,
    r.status,
    r.usikker
from opgoerelse
inner join resultater() as r
    on opgoerelse.periodetype = r.periodetype and opgoerelse.periode = r.periode
inner join indikator on r.plan_id = indikator.plan_id and r.indikator_id = indikator.indikator_id
where indikator.maaltype = 'baseline' and r.hovedkilde
order by r.plan_orden, r.indikator_orden, r.team_id;
