-- the units of months counted once, then added up to every period, team and
-- gruppe

-- one row per indicator, source, month, team, gruppe and kategori; the sum is
-- kept as a decimal, so that it does not hang on the order the rows come in
create temp table maanedstal as
select
    plan_id,
    indikator_id,
    kilde,
    periode as maaned,
    team_id,
    gruppe,
    kategori,
    ved_slut,
    count(*) filter (where udfald = 'opfyldt') as opfyldt,
    count(*) filter (where udfald = 'ikke_opfyldt') as ikke_opfyldt,
    count(*) filter (where udfald = 'undtaget') as undtaget,
    count(*) filter (where udfald = 'afventer') as afventer,
    count(*) filter (where udfald = 'opgjort') as opgjort,
    sum(vaerdi::decimal(38, 6)) filter (where udfald = 'opgjort') as beloeb
from raekke
group by all;

-- one row per indicator and source: what its figure is and what it is held
-- against
create temp table serie as
with kilder as (
    select
        plan_id,
        indikator_id,
        kilde
    from ud.indikator
    union
    select
        plan_id,
        indikator_id,
        kilde
    from maanedstal
),

-- what a review saw of a few cases is a share, whatever the register measures;
-- it has the milestones where they are percents too, and never a baseline
beskrevet as (
    select
        kilder.plan_id,
        kilder.indikator_id,
        kilder.kilde,
        kilder.kilde = indikator.kilde as hovedkilde,
        case
            when kilder.kilde = indikator.kilde then indikator.vaerditype
            else 'andel'
        end as vaerditype,
        case
            when kilder.kilde = indikator.kilde then indikator.art
            else 'haendelse'
        end as art,
        case
            when kilder.kilde = indikator.kilde then indikator.maaltype
            when indikator.vaerditype <> 'andel' then 'ingen'
            when indikator.maaltype = 'milepaele' then 'milepaele'
            else 'ingen'
        end as maaltype,
        indikator.retning,
        indikator.tilsyn_foerer,
        last_day((indikator.baseline || '-01')::date) as baseline_slut
    from kilder
    inner join ud.indikator as indikator
        on
            kilder.plan_id = indikator.plan_id
            and kilder.indikator_id = indikator.indikator_id
)

select
    (row_number() over (
        order by beskrevet.plan_id, beskrevet.indikator_id, beskrevet.kilde
    ))::integer as serie_nr,
    beskrevet.plan_id,
    beskrevet.indikator_id,
    beskrevet.kilde,
    beskrevet.hovedkilde,
    beskrevet.vaerditype,
    beskrevet.art,
    beskrevet.maaltype,
    beskrevet.retning,
    beskrevet.tilsyn_foerer,
    beskrevet.baseline_slut,
    uopgjort.grund is not null as uden_udtraek,
    case when beskrevet.hovedkilde then uopgjort.grund end as grund
from beskrevet
left join uopgjort_indikator as uopgjort
    on
        beskrevet.plan_id = uopgjort.plan_id
        and beskrevet.indikator_id = uopgjort.indikator_id;

-- one row per plan and period; its days are those that have come
create temp table planperiode as
select
    (row_number() over (order by plan_id, periodetype, periode))::integer
        as periode_nr,
    plan_id,
    periodetype,
    periode,
    foerste_dag,
    sidste_dag,
    foreloebig,
    (opgjort_pr - foerste_dag + 1)::integer as dage
from ud.periode;

-- one row per period and month in it
create temp table periodedel as
select
    planperiode.periode_nr,
    planperiode.plan_id,
    periodemaaned.maaned,
    periodemaaned.er_sidste
from planperiode
inner join periodemaaned
    on
        planperiode.plan_id = periodemaaned.plan_id
        and planperiode.periodetype = periodemaaned.periodetype
        and planperiode.periode = periodemaaned.periode;

-- one row per indicator, source, period, team and gruppe; ALLE is every team,
-- and a null gruppe is every gruppe
create temp table optalt as
with pr_periode as (
    select
        serie.serie_nr,
        periodedel.periode_nr,
        maanedstal.team_id,
        maanedstal.gruppe,
        sum(maanedstal.opfyldt)::bigint as opfyldt,
        sum(maanedstal.ikke_opfyldt)::bigint as ikke_opfyldt,
        sum(maanedstal.undtaget)::bigint as undtaget,
        sum(maanedstal.afventer)::bigint as afventer,
        sum(maanedstal.opgjort)::bigint as opgjort,
        sum(maanedstal.beloeb) as beloeb
    from maanedstal
    inner join serie
        on
            maanedstal.plan_id = serie.plan_id
            and maanedstal.indikator_id = serie.indikator_id
            and maanedstal.kilde = serie.kilde
    inner join periodedel
        on
            maanedstal.plan_id = periodedel.plan_id
            and maanedstal.maaned = periodedel.maaned
            and (not maanedstal.ved_slut or periodedel.er_sidste)
    group by all
)

select
    serie_nr,
    periode_nr,
    case when grouping(team_id) = 1 then 'ALLE' else team_id end as team_id,
    gruppe,
    sum(opfyldt)::bigint as opfyldt,
    sum(ikke_opfyldt)::bigint as ikke_opfyldt,
    sum(undtaget)::bigint as undtaget,
    sum(afventer)::bigint as afventer,
    sum(opgjort)::bigint as opgjort,
    sum(beloeb) as beloeb
from pr_periode
group by
    grouping sets (
        (serie_nr, periode_nr, team_id, gruppe),
        (serie_nr, periode_nr, gruppe),
        (serie_nr, periode_nr, team_id),
        (serie_nr, periode_nr)
    )
having grouping(gruppe) = 1 or gruppe is not null;
