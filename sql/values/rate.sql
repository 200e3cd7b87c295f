-- units per hundred exposed, by cell

-- one row per indicator, source, period and team: the mean of what stood
-- exposed at the end of each month computed; a month without counts 0. Months
-- before the plan's first are reached by rolling periods, but not computed
create temp table eksponeret as
with maaneder as (
    select
        periodedel.periode_nr,
        periodedel.plan_id,
        periodedel.maaned,
        count(*) over (partition by periodedel.periode_nr) as maaneder
    from periodedel
    inner join ud.periode as periode
        on
            periodedel.plan_id = periode.plan_id
            and periode.periodetype = 'maaned'
            and periodedel.maaned = periode.periode
)

select
    serie.serie_nr,
    maaneder.periode_nr,
    case
        when grouping(eksponering.team_id) = 1 then 'ALLE'
        else eksponering.team_id
    end as team_id,
    sum(eksponering.antal)::double / any_value(maaneder.maaneder) as naevner
from eksponering
inner join serie
    on
        eksponering.plan_id = serie.plan_id
        and eksponering.indikator_id = serie.indikator_id
        and eksponering.kilde = serie.kilde
inner join maaneder
    on
        eksponering.plan_id = maaneder.plan_id
        and eksponering.periode = maaneder.maaned
where serie.vaerditype = 'rate'
group by grouping sets (
    (serie.serie_nr, maaneder.periode_nr, eksponering.team_id),
    (serie.serie_nr, maaneder.periode_nr)
);

-- one row per cell of a rate; a gruppe's units are held against all that stand
-- exposed, so that the rates of the grupper add up to the whole
insert into opgjort by name
with talt as (
    select
        celle.celle_nr,
        celle.opgjort as taeller,
        coalesce(eksponeret.naevner, 0) as naevner
    from celle
    left join eksponeret
        on
            celle.serie_nr = eksponeret.serie_nr
            and celle.periode_nr = eksponeret.periode_nr
            and celle.team_id = eksponeret.team_id
    where celle.vaerditype = 'rate'
)

select
    celle_nr,
    taeller,
    naevner,
    100 * taeller / nullif(naevner, 0) as vaerdi,
    100 * poisson_nedre(taeller) / nullif(naevner, 0) as ki_nedre,
    100 * poisson_oevre(taeller) / nullif(naevner, 0) as ki_oevre,
    naevner > 0 as maalt,
    taeller as antal,
    null::double as varians
from talt;

drop table eksponeret;
