-- a distribution: how many units stand in each kategori

-- one row per cell of a distribution: it has no one value
insert into opgjort by name
select
    celle_nr,
    null::bigint as taeller,
    opgjort as naevner,
    null::double as vaerdi,
    null::double as ki_nedre,
    null::double as ki_oevre,
    opgjort > 0 as maalt,
    opgjort as antal,
    null::double as varians
from celle
where vaerditype = 'fordeling';

-- one row per result of a distribution and kategori: each that the plan names,
-- and what else has units, so that the parts add up to the whole
insert into ud.indikator_fordeling by name
with pr_periode as (
    select
        serie.serie_nr,
        periodedel.periode_nr,
        case
            when grouping(maanedstal.team_id) = 1 then 'ALLE'
            else maanedstal.team_id
        end as team_id,
        coalesce(maanedstal.kategori, 'ukendt') as kategori,
        sum(maanedstal.opgjort)::bigint as antal
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
    where serie.vaerditype = 'fordeling' and maanedstal.opgjort > 0
    group by grouping sets (
        (
            serie.serie_nr,
            periodedel.periode_nr,
            coalesce(maanedstal.kategori, 'ukendt'),
            maanedstal.team_id
        ),
        (
            serie.serie_nr,
            periodedel.periode_nr,
            coalesce(maanedstal.kategori, 'ukendt')
        )
    )
),

hele as (
    select
        celle_nr,
        serie_nr,
        periode_nr,
        team_id,
        opgjort
    from celle
    where vaerditype = 'fordeling' and gruppe is null
),

fundne as (
    select
        hele.celle_nr,
        pr_periode.kategori,
        pr_periode.antal
    from pr_periode
    inner join hele
        on
            pr_periode.serie_nr = hele.serie_nr
            and pr_periode.periode_nr = hele.periode_nr
            and pr_periode.team_id = hele.team_id
),

kategorier as (
    select
        hele.celle_nr,
        kategori.kategori
    from hele
    inner join serie on hele.serie_nr = serie.serie_nr
    inner join ud.kategori as kategori
        on
            serie.plan_id = kategori.plan_id
            and serie.indikator_id = kategori.indikator_id
    union
    select
        celle_nr,
        kategori
    from fundne
)

select
    serie.plan_id,
    serie.indikator_id,
    serie.kilde,
    planperiode.periodetype,
    planperiode.periode,
    hele.team_id,
    kategorier.kategori,
    coalesce(fundne.antal, 0) as antal,
    100.0::double * coalesce(fundne.antal, 0)
    / nullif(hele.opgjort, 0) as andel,
    wilson_nedre(coalesce(fundne.antal, 0), hele.opgjort) as ki_nedre,
    wilson_oevre(coalesce(fundne.antal, 0), hele.opgjort) as ki_oevre
from kategorier
inner join hele on kategorier.celle_nr = hele.celle_nr
inner join serie on hele.serie_nr = serie.serie_nr
inner join planperiode on hele.periode_nr = planperiode.periode_nr
left join fundne
    on
        kategorier.celle_nr = fundne.celle_nr
        and kategorier.kategori = fundne.kategori
order by kategorier.celle_nr, kategorier.kategori;
