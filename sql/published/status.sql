-- one row per indicator and source of one period and team, in the plan's order
select
    resultat.plan_id,
    resultat.indikator_id,
    indikator.titel,
    resultat.kilde,
    resultat.periodetype,
    resultat.periode,
    resultat.team_id,
    resultat.taeller,
    resultat.naevner,
    resultat.undtaget,
    resultat.afventer,
    resultat.vaerdi,
    resultat.ki_nedre,
    resultat.ki_oevre,
    resultat.milepael_procent,
    resultat.milepael_dato,
    resultat.naeste_procent,
    resultat.naeste_dato,
    resultat.afstand_pp,
    resultat.status,
    resultat.usikker,
    resultat.foreloebig
from indikator_resultat as resultat
inner join indikator
    on resultat.plan_id = indikator.plan_id and resultat.indikator_id = indikator.indikator_id
where
    resultat.periode = $periode
    and resultat.periodetype <> 'rullende12'
    and resultat.team_id = $team_id
order by
    indikator.udviklingspunkt,
    try_cast(split_part(resultat.indikator_id, '.', 2) as integer),
    resultat.indikator_id,
    resultat.kilde;
