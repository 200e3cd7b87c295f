-- one row per indicator and milestone date, as adopted by $dag: the latest adoption speaks
select
    indikator_id,
    dato,
    cast(procent as double) as procent
from milepael
where plan_id = $plan_id and coalesce(vedtaget, date '0001-01-01') <= $dag
qualify
    row_number() over (
        partition by indikator_id, dato
        order by coalesce(vedtaget, date '0001-01-01') desc
    ) = 1
order by indikator_id, dato;
