-- the values of units, month by month, for the kinds that need each of them

-- one row per indicator, source, month, team and gruppe with measured units
create temp table maanedsdel as
with dele as (
    select distinct
        serie.serie_nr,
        serie.plan_id,
        serie.indikator_id,
        serie.kilde,
        serie.vaerditype,
        maanedstal.maaned,
        maanedstal.team_id,
        maanedstal.gruppe,
        maanedstal.ved_slut
    from maanedstal
    inner join serie
        on
            maanedstal.plan_id = serie.plan_id
            and maanedstal.indikator_id = serie.indikator_id
            and maanedstal.kilde = serie.kilde
    where
        serie.vaerditype in ('gennemsnit', 'median')
        and maanedstal.opgjort > 0
)

select
    (row_number() over (
        order by serie_nr, maaned, team_id, gruppe, ved_slut
    ))::integer as del_nr,
    serie_nr,
    plan_id,
    indikator_id,
    kilde,
    vaerditype,
    maaned,
    team_id,
    gruppe,
    ved_slut
from dele;

-- one row per such part and cell it is in: its own team and ALLE, its own
-- gruppe and the whole
create temp table delcelle as
with teamvis as (
    select
        maanedsdel.del_nr,
        maanedsdel.serie_nr,
        periodedel.periode_nr,
        maanedsdel.gruppe,
        unnest([maanedsdel.team_id, 'ALLE']) as team_id
    from maanedsdel
    inner join periodedel
        on
            maanedsdel.plan_id = periodedel.plan_id
            and maanedsdel.maaned = periodedel.maaned
            and (not maanedsdel.ved_slut or periodedel.er_sidste)
)

select
    teamvis.del_nr,
    celle.celle_nr
from teamvis
inner join celle
    on
        teamvis.serie_nr = celle.serie_nr
        and teamvis.periode_nr = celle.periode_nr
        and teamvis.team_id = celle.team_id
where celle.gruppe is null or celle.gruppe = teamvis.gruppe;

-- one row per part and value found in it, with how often: days are few values
create temp table maanedsvaerdi as
select
    maanedsdel.del_nr,
    maanedsdel.vaerditype,
    raekke.vaerdi,
    count(*) as antal
from raekke
inner join maanedsdel
    on
        raekke.plan_id = maanedsdel.plan_id
        and raekke.indikator_id = maanedsdel.indikator_id
        and raekke.kilde = maanedsdel.kilde
        and raekke.periode = maanedsdel.maaned
        and raekke.team_id = maanedsdel.team_id
        and raekke.gruppe is not distinct from maanedsdel.gruppe
        and raekke.ved_slut = maanedsdel.ved_slut
where raekke.udfald = 'opgjort' and raekke.vaerdi is not null
group by all;
