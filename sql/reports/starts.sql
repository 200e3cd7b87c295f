-- one row per indicator whose units may start in several places, and place: how many started there
select
    plan_id,
    indikator_id,
    start_fra,
    antal
from indikator_start
where periodetype = $periodetype and periode = $periode
order by plan_id, indikator_id, start_fra;
