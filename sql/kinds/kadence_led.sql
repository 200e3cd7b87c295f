-- one row per base: the days it was followed up, in order
create temp table kadence_base as
with dage as (
    select
        plan_id,
        indikator_id,
        enhed_id,
        list_sort(list(distinct dato)) as datoer
    from kadence_opfoelgning
    group by plan_id, indikator_id, enhed_id
)

select
    base.*,
    coalesce(list_filter(dage.datoer, lambda dag: dag > base.startdato), []) as datoer
from enhed_kadence as base
left join dage
    on
        base.plan_id = dage.plan_id
        and base.indikator_id = dage.indikator_id
        and base.enhed_id = dage.enhed_id;

-- one row per link whose deadline has come; `datoer` are the follow-ups after its anchor
create temp table kadence_led as
with recursive led as (
    select
        base.plan_id,
        base.indikator_id,
        base.kilde,
        base.enhed_id,
        1 as nr,
        base.startdato as anker,
        plus_interval(base.startdato, base.foerste_maaneder, base.foerste_dage) as frist_dato,
        base.datoer
    from kadence_base as base
    union all
    select
        led.plan_id,
        led.indikator_id,
        led.kilde,
        led.enhed_id,
        led.nr + 1 as nr,
        naeste.anker,
        plus_interval(naeste.anker, base.senere_maaneder, base.senere_dage) as frist_dato,
        list_filter(led.datoer, lambda dag: dag > naeste.anker) as datoer
    from led
    inner join kadence_base as base
        on led.plan_id = base.plan_id and led.indikator_id = base.indikator_id and led.enhed_id = base.enhed_id
    -- the last follow-up in time, else the first one after the deadline; none: the chain ends
    inner join lateral (
        select
            coalesce(
                list_filter(led.datoer, lambda dag: dag <= led.frist_dato)[-1], led.datoer[1]
            ) as anker
    ) as naeste on naeste.anker is not null
    -- a base no longer in force on the deadline has no such link, and none after it
    where
        led.frist_dato <= getvariable('udtraeksdato')::date
        and (base.slutdato is null or base.slutdato > led.frist_dato)
)

select
    led.plan_id,
    led.indikator_id,
    led.kilde,
    led.enhed_id,
    led.nr,
    led.anker,
    led.frist_dato,
    led.datoer[1] as foerste_opfoelgning
from led
inner join kadence_base as base
    on led.plan_id = base.plan_id and led.indikator_id = base.indikator_id and led.enhed_id = base.enhed_id
where
    led.frist_dato <= getvariable('udtraeksdato')::date
    and (base.slutdato is null or base.slutdato > led.frist_dato)
    and (base.led = 'alle' or (base.led = 'foerste') = (led.nr = 1));
