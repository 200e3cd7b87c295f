-- one row per plan, indicator, source, period and team that the reports look at: every period of the reported kind
-- and every month up to the reported one, and the twelve months that end with it
with resultat as (select * from indikator_resultat)

select
    plan_id,
    indikator_id,
    kilde,
    periodetype,
    periode,
    team_id,
    taeller,
    naevner,
    undtaget,
    afventer,
    vaerdi,
    ki_nedre,
    ki_oevre,
    milepael_procent,
    milepael_dato,
    naeste_procent,
    naeste_dato,
    afstand_pp,
    status,
    usikker,
    foerer,
    baseline_periode,
    baseline_vaerdi,
    baseline_naevner,
    forskel,
    forskel_nedre,
    forskel_oevre,
    grund
from resultat
where
    (periodetype = $periodetype and periode <= $periode)
    or (periodetype = 'maaned' and periode <= $maaned)
    or (periodetype = 'rullende12' and periode = $maaned);
