-- one row per figure a mail rests on: team, indicator, source and period (reported, rolling and previous)
with
resultat as (select * from indikator_resultat),

indikator as (select * from indikator)

select
    resultat.team_id,
    resultat.indikator_id,
    indikator.titel,
    resultat.kilde,
    resultat.periodetype,
    resultat.periode,
    resultat.taeller,
    resultat.naevner,
    resultat.undtaget,
    resultat.afventer,
    resultat.milepael_procent,
    resultat.status,
    resultat.usikker
from resultat
inner join indikator
    on resultat.plan_id = indikator.plan_id and resultat.indikator_id = indikator.indikator_id
where
    (resultat.periodetype = $periodetype and resultat.periode in ($periode, $forrige))
    or (resultat.periodetype = 'rullende12' and resultat.periode = $rullende)
order by
    resultat.team_id,
    indikator.udviklingspunkt,
    try_cast(split_part(resultat.indikator_id, '.', 2) as integer),
    resultat.indikator_id,
    resultat.kilde,
    resultat.periodetype,
    resultat.periode;
