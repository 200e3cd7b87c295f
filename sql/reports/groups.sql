-- one row per group of units of an indicator in the reported period, and in the one before
select
    plan_id,
    indikator_id,
    kilde,
    periode,
    team_id,
    gruppe,
    taeller,
    naevner,
    undtaget,
    afventer,
    vaerdi,
    ki_nedre,
    ki_oevre,
    null::double as milepael_procent,
    null::double as naeste_procent
from indikator_gruppe
where periodetype = $periodetype and periode in ($periode, $forrige)
order by plan_id, indikator_id, kilde, team_id, periode, gruppe;
