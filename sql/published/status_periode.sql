-- one row: the month, quarter, four months or year asked for
select distinct
    periode,
    periodetype,
    opgjort_pr,
    foreloebig
from periode
where
    periode = $periode
    and periodetype <> 'rullende12'
    and ($plan_id::varchar is null or plan_id = $plan_id);
