-- one row per month, plan, indicator, source and team
create view ud.udvikling_maaned as
select
    r.periode as maaned,
    periode.sidste_dag,
    r.plan_id,
    r.indikator_id,
    r.titel,
    r.kilde,
    r.foerer,
    r.team_id,
    r.team_navn,
    r.vaerditype,
    r.vaerdienhed,
    r.taeller,
    r.naevner,
    r.vaerdi,
    aar.taeller as taeller_12_maaneder,
    aar.naevner as naevner_12_maaneder,
    aar.vaerdi as vaerdi_12_maaneder,
    r.milepael_procent,
    r.status,
    r.usikker,
    r.foreloebig
from resultater() as r
inner join periode
    on r.plan_id = periode.plan_id and r.periodetype = periode.periodetype and r.periode = periode.periode
left join indikator_resultat as aar
    on
        r.plan_id = aar.plan_id
        and aar.periodetype = 'rullende12'
        and r.periode = aar.periode
        and r.indikator_id = aar.indikator_id
        and r.kilde = aar.kilde
        and r.team_id = aar.team_id
where r.periodetype = 'maaned'
order by r.plan_orden, r.indikator_orden, not r.hovedkilde, r.kilde, r.team_id, r.periode;
