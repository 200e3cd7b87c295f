-- one row per published figure that an indicator is seen beside
create view ud.reference_nu as
select
    reference.plan_id,
    reference.indikator_id,
    indikator.titel,
    maalt_i(indikator.vaerditype, indikator.vaerdienhed) as vaerdienhed,
    reference.dato,
    reference.tekst,
    reference.vaerdi as reference_vaerdi,
    reference.kilde as reference_kilde,
    reference.forbehold,
    aar.vaerdi as vaerdi_12_maaneder,
    aar.naevner as naevner_12_maaneder,
    aar.ki_nedre,
    aar.ki_oevre
from reference
cross join opgoerelse
inner join plan on reference.plan_id = plan.plan_id
inner join indikator
    on reference.plan_id = indikator.plan_id and reference.indikator_id = indikator.indikator_id
left join indikator_resultat as aar
    on
        reference.plan_id = aar.plan_id
        and reference.indikator_id = aar.indikator_id
        and aar.periodetype = 'rullende12'
        and aar.periode = strftime(opgoerelse.opgjort_pr, '%Y-%m')
        and aar.team_id = 'ALLE'
        and aar.foerer
order by plan.orden, indikator.orden, reference.dato, reference.tekst;
