-- one row: how many of an indicator's units are named more than once for the day they are known by
with enheder as (
    select
        plan_id,
        indikator_id,
        enhed_id,
        frist_dato as dag
    from enhed_frist
    union all
    select
        plan_id,
        indikator_id,
        enhed_id,
        dato as dag
    from enhed_haendelse
    union all
    select
        plan_id,
        indikator_id,
        enhed_id,
        opgjort_pr as dag
    from enhed_beholdning
    union all
    select
        plan_id,
        indikator_id,
        enhed_id,
        startdato as dag
    from enhed_kadence
),

to_gange as (
    select
        enhed_id,
        dag
    from enheder
    where plan_id = $plan_id and indikator_id = $indikator_id
    group by
        enhed_id,
        dag
    having count(*) > 1
)

select count(distinct enhed_id) as antal
from to_gange;
