-- one row per indicator that the earlier publication measured otherwise
select
    plan_id,
    indikator_id
from tidligere.main.anderledes
order by plan_id, indikator_id;
