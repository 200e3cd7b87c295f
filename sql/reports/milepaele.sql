-- one row per plan, indicator and milestone date, as adopted by $dag: the latest adoption speaks
select
    plan_id,
    indikator_id,
    dato,
    procent::double as procent
from milepael
where coalesce(vedtaget, date '0001-01-01') <= $dag
qualify
    row_number() over (
        partition by plan_id, indikator_id, dato
        order by coalesce(vedtaget, date '0001-01-01') desc
    ) = 1
order by plan_id, indikator_id, dato;
