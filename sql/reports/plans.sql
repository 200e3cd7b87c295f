-- one row per plan of the run, the leading one first, with its first computed month
with plan_ as (select * from plan),

foerste as (
    select
        plan_id,
        min(foerste_dag) as foerste_dag
    from periode
    where periodetype = 'maaned'
    group by plan_id
)

select
    plan_.plan_id,
    foerste.foerste_dag
from plan_
left join foerste on plan_.plan_id = foerste.plan_id
order by plan_.orden;
