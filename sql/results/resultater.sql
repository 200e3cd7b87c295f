-- one row per indicator, source, period and team

-- Wilson's interval for k of n in percent, z for 95 %; exact at the ends (Wilson 1927)
create temp macro wilson_midte(k, n, z) as (
    (k / n + z * z / (2 * n)) / (1 + z * z / n)
);

create temp macro wilson_bredde(k, n, z) as (
    z * sqrt((k / n) * (1 - k / n) / n + z * z / (4 * n * n)) / (1 + z * z / n)
);

create table ud.indikator_resultat as
with optalte as (
    select
        gitter.indikator_id,
        gitter.kilde,
        gitter.periodetype,
        gitter.periode,
        gitter.team_id,
        coalesce(optalt.taeller, 0) as taeller,
        coalesce(optalt.naevner, 0) as naevner,
        coalesce(optalt.undtaget, 0) as undtaget,
        coalesce(optalt.afventer, 0) as afventer,
        100.0::double * optalt.taeller / nullif(optalt.naevner, 0) as vaerdi
    from gitter
    left join optalt
        on
            gitter.indikator_id = optalt.indikator_id
            and gitter.kilde = optalt.kilde
            and gitter.periodetype = optalt.periodetype
            and gitter.periode = optalt.periode
            and gitter.team_id = optalt.team_id
),

med_interval as (
    select
        *,
        case
            when naevner = 0 then null
            when taeller = 0 then 0.0::double
            else 100 * (
                wilson_midte(taeller::double, naevner::double, $z)
                - wilson_bredde(taeller::double, naevner::double, $z)
            )
        end as ki_nedre,
        case
            when naevner = 0 then null
            when taeller = naevner then 100.0::double
            else 100 * (
                wilson_midte(taeller::double, naevner::double, $z)
                + wilson_bredde(taeller::double, naevner::double, $z)
            )
        end as ki_oevre
    from optalte
)

select
    $plan_id as plan_id,
    r.indikator_id,
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
    maal.milepael_procent,
    maal.milepael_dato,
    maal.naeste_procent,
    maal.naeste_dato,
    r.vaerdi - maal.milepael_procent as afstand_pp,
    case
        when r.naevner = 0 then 'ingen_data'
        when maal.indikator_id is null then 'uden_milepael'
        when maal.milepael_procent is null then 'foer_foerste_milepael'
        when r.vaerdi >= maal.naeste_procent then 'foran'
        when r.vaerdi >= maal.milepael_procent then 'naaet'
        else 'ikke_naaet'
    end as status,
    coalesce(
        r.naevner > 0
        and maal.milepael_procent is not null
        and (r.naevner < 5 or (r.ki_nedre < maal.milepael_procent and maal.milepael_procent < r.ki_oevre)),
        false
    ) as usikker,
    periode.foreloebig
from med_interval as r
inner join ud.periode as periode on r.periodetype = periode.periodetype and r.periode = periode.periode
left join maal
    on
        r.indikator_id = maal.indikator_id
        and r.periodetype = maal.periodetype
        and r.periode = maal.periode
order by all;
