-- one row per indicator, source, period and team that the reports look at: every period of the reported kind and
-- every month up to the reported one, and the twelve months that end with it
select
    indikator_id,
    kilde,
    periodetype,
    periode,
    team_id,
    taeller,
    naevner,
    undtaget,
    afventer,
    cast(vaerdi as double) as vaerdi,
    cast(ki_nedre as double) as ki_nedre,
    cast(ki_oevre as double) as ki_oevre,
    cast(milepael_procent as double) as milepael_procent,
    milepael_dato,
    cast(naeste_procent as double) as naeste_procent,
    naeste_dato,
    cast(afstand_pp as double) as afstand_pp,
    status,
    usikker
from indikator_resultat
where
    plan_id = $plan_id
    and (
        (periodetype = $periodetype and periode <= $periode)
        or (periodetype = 'maaned' and periode <= $maaned)
        or (periodetype = 'rullende12' and periode = $maaned)
    );
