-- one row per plan, deadline indicator, period but the rolling years, and place its units' start was taken from
create view ud.frist_start as
select
    s.plan_id,
    s.indikator_id,
    indikator.titel,
    s.periodetype,
    s.periode,
    s.start_fra,
    s.antal,
    100.0::double * s.antal / sum(s.antal) over (
        partition by s.plan_id, s.indikator_id, s.periodetype, s.periode
    ) as andel
from indikator_start as s
inner join plan on s.plan_id = plan.plan_id
inner join indikator on s.plan_id = indikator.plan_id and s.indikator_id = indikator.indikator_id
where s.periodetype <> 'rullende12'
order by plan.orden, indikator.orden, s.periodetype, s.periode, s.start_fra;
