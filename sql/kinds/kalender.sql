-- the days that periods turn on

-- one row per plan and month whose rows are made: those computed, and before the plan's first period the
-- eleven that its rolling periods reach
create temp table raekkemaaned as
with foer as (
    select
        plan_id,
        unnest(generate_series(min(foerste_dag) - interval 11 month, min(foerste_dag), interval 1 month))::date
            as foerste_dag
    from ud.periode
    where periodetype = 'maaned'
    group by plan_id
)

select
    plan_id,
    periode,
    foerste_dag,
    opgjort_pr,
    true as opgoeres
from ud.periode
where periodetype = 'maaned'
union all
select
    foer.plan_id,
    strftime(foer.foerste_dag, '%Y-%m') as periode,
    foer.foerste_dag,
    last_day(foer.foerste_dag) as opgjort_pr,
    false as opgoeres
from foer
where
    not exists (
        select 1
        from ud.periode as periode
        where
            periode.plan_id = foer.plan_id
            and periode.periodetype = 'maaned'
            and periode.foerste_dag = foer.foerste_dag
    );

-- one row per plan, period and month whose rows it holds
create temp table periodemaaned as
select
    periode.plan_id,
    periode.periodetype,
    periode.periode,
    maaned.periode as maaned,
    maaned.opgjort_pr = periode.opgjort_pr as er_sidste
from ud.periode as periode
inner join raekkemaaned as maaned
    on
        periode.plan_id = maaned.plan_id
        and maaned.foerste_dag between periode.foerste_dag and periode.opgjort_pr;

-- one row per day that stocks and what is open are made up on, for the plan whose units are gathered
create temp view opgoerelsesdag as
select opgjort_pr
from raekkemaaned
where opgoeres and plan_id = getvariable('plan_id');
