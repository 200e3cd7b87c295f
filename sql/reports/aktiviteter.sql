-- one row per activity milestone whose status was known on $dag
select
    milepael_id,
    status,
    dato,
    antal,
    i_alt
from milepaelsstatus
where plan_id = $plan_id and coalesce(dato, $dag) <= $dag
order by milepael_id;
