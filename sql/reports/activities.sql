-- one row per activity milestone, or occurrence of a recurring one, whose status was known on $dag
select
    plan_id,
    milepael_id,
    status,
    dato,
    antal,
    i_alt,
    bemaerkning
from milepaelsstatus
where coalesce(dato, $dag) <= $dag
order by plan_id, milepael_id;
