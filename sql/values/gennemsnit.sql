-- one row per cell of a mean, with Student's interval from two units on
-- (Student 1908). Each month's own mean and squares are put together to those
-- of a period (Chan, Golub and LeVeque 1983), always in the same order, so that
-- neither threads nor the order of rows change a bit, and numbers far from
-- nought keep their variance
insert into opgjort by name
with maanedsmiddel as (
    select
        del_nr,
        sum(antal)::bigint as antal,
        min(vaerdi) as mindste,
        max(vaerdi) as stoerste,
        fsum(antal * vaerdi order by vaerdi) / sum(antal) as middel
    from maanedsvaerdi
    where vaerditype = 'gennemsnit'
    group by del_nr
),

maanedskvadrat as (
    select
        middel.del_nr,
        any_value(middel.antal) as antal,
        any_value(middel.mindste) as mindste,
        any_value(middel.stoerste) as stoerste,
        any_value(middel.middel) as middel,
        fsum(
            fundet.antal * pow(fundet.vaerdi - middel.middel, 2)
            order by fundet.vaerdi
        ) as kvadrater
    from maanedsmiddel as middel
    inner join maanedsvaerdi as fundet on middel.del_nr = fundet.del_nr
    group by middel.del_nr
),

-- equal values are their own mean and have no variance at all, not one of
-- rounding
periodemiddel as (
    select
        delcelle.celle_nr,
        sum(del.antal)::bigint as antal,
        min(del.mindste) = max(del.stoerste) as ens,
        case
            when min(del.mindste) = max(del.stoerste) then min(del.mindste)
            else
                fsum(del.antal * del.middel order by del.del_nr)
                / sum(del.antal)
        end as middel
    from maanedskvadrat as del
    inner join delcelle on del.del_nr = delcelle.del_nr
    group by delcelle.celle_nr
),

periodekvadrat as (
    select
        hele.celle_nr,
        any_value(hele.antal) as antal,
        any_value(hele.middel) as middel,
        case
            when any_value(hele.ens) then 0
            else fsum(
                del.kvadrater + del.antal * pow(del.middel - hele.middel, 2)
                order by del.del_nr
            )
        end / (nullif(any_value(hele.antal), 1) - 1) as varians
    from periodemiddel as hele
    inner join delcelle on hele.celle_nr = delcelle.celle_nr
    inner join maanedskvadrat as del on delcelle.del_nr = del.del_nr
    group by hele.celle_nr
),

samlet as (
    select
        celle.celle_nr,
        coalesce(fundet.antal, 0) as antal,
        fundet.middel,
        fundet.varians,
        t_fraktil(nullif(fundet.antal, 1) - 1)
        * sqrt(fundet.varians / fundet.antal) as bredde
    from celle
    left join periodekvadrat as fundet on celle.celle_nr = fundet.celle_nr
    where celle.vaerditype = 'gennemsnit'
)

select
    celle_nr,
    null::bigint as taeller,
    antal as naevner,
    middel as vaerdi,
    middel - bredde as ki_nedre,
    middel + bredde as ki_oevre,
    antal > 0 as maalt,
    antal,
    varians
from samlet;
