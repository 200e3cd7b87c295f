-- one row per deadline indicator whose start may be taken from several places, period and place: the units judged
create table ud.indikator_start as
with judged as (
    select
        raekke.plan_id,
        raekke.indikator_id,
        raekke.periode as maaned,
        frist.start_fra
    from ud.indikator_raekke as raekke
    inner join enhed_frist as frist
        on
            raekke.plan_id = frist.plan_id
            and raekke.indikator_id = frist.indikator_id
            and raekke.enhed_id = frist.enhed_id
    where frist.start_fra is not null and raekke.udfald <> 'afventer' and raekke.kilde = frist.kilde
)

select
    judged.plan_id,
    judged.indikator_id,
    periode.periodetype,
    periode.periode,
    judged.start_fra,
    count(*) as antal
from judged
inner join periodemaaned as periode on judged.plan_id = periode.plan_id and judged.maaned = periode.maaned
group by all
order by all;
