-- one row per kind of period published: its first and its last
select
    periodetype,
    min(periode) as foerste,
    max(periode) as sidste
from periode
where $plan_id::varchar is null or plan_id = $plan_id
group by periodetype;
