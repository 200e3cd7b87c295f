-- one row per plan, indicator and source of one period and team, in the order of the run and of the plans
select
    r.plan_id,
    r.indikator_id,
    r.titel,
    r.kilde,
    r.periodetype,
    r.periode,
    r.team_id,
    r.taeller,
    r.naevner,
    r.undtaget,
    r.afventer,
    r.vaerdi,
    r.ki_nedre,
    r.ki_oevre,
    r.milepael_procent,
    r.milepael_dato,
    r.naeste_procent,
    r.naeste_dato,
    r.afstand_pp,
    r.status,
    r.usikker,
    r.foreloebig,
    r.foerer,
    r.baseline_periode,
    r.baseline_vaerdi,
    r.baseline_naevner,
    r.forskel,
    r.forskel_nedre,
    r.forskel_oevre,
    r.vaerditype,
    r.vaerdienhed,
    r.grund
from resultater() as r
where
    r.periode = $periode
    and r.periodetype <> 'rullende12'
    and r.team_id = $team_id
    and ($plan_id::varchar is null or r.plan_id = $plan_id)
order by r.plan_orden, r.indikator_orden, not r.hovedkilde, r.kilde;
