-- one row per plan, indicator, source and team of the reported period
create view ud.status_nu as
with nu as (
    select
        periode.plan_id,
        periode.periodetype,
        periode.periode,
        strftime(periode.opgjort_pr, '%Y-%m') as rullende_periode,
        foer.periode as forrige_periode
    from opgoerelse
    inner join periode
        on opgoerelse.periodetype = periode.periodetype and opgoerelse.periode = periode.periode
    left join periode as foer
        on
            periode.plan_id = foer.plan_id
            and periode.periodetype = foer.periodetype
            and foer.sidste_dag = periode.foerste_dag - 1
)

select
    r.plan_id,
    r.indikator_id,
    r.titel,
    r.kilde,
    r.foerer,
    r.team_id,
    r.team_navn,
    r.periode,
    r.vaerditype,
    r.vaerdienhed,
    r.taeller,
    r.naevner,
    r.undtaget,
    r.afventer,
    r.vaerdi,
    r.ki_nedre,
    r.ki_oevre,
    r.milepael_procent,
    r.afstand_pp,
    r.status,
    r.usikker,
    foer.vaerdi as forrige_vaerdi,
    r.vaerdi - foer.vaerdi as aendring_pp,
    aar.vaerdi as vaerdi_12_maaneder,
    r.foreloebig
from nu
inner join resultater() as r
    on nu.plan_id = r.plan_id and nu.periodetype = r.periodetype and nu.periode = r.periode
left join indikator_resultat as foer
    on
        r.plan_id = foer.plan_id
        and r.periodetype = foer.periodetype
        and nu.forrige_periode = foer.periode
        and r.indikator_id = foer.indikator_id
        and r.kilde = foer.kilde
        and r.team_id = foer.team_id
left join indikator_resultat as aar
    on
        r.plan_id = aar.plan_id
        and aar.periodetype = 'rullende12'
        and nu.rullende_periode = aar.periode
        and r.indikator_id = aar.indikator_id
        and r.kilde = aar.kilde
        and r.team_id = aar.team_id
order by r.plan_orden, r.indikator_orden, not r.hovedkilde, r.kilde, r.team_id;
