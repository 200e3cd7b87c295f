-- the days that periods turn on

-- one row per day that periods are made up on
create temp table opgoerelsesdag as
select distinct opgjort_pr
from ud.periode;

-- one row per period and day in it that has come
create temp table periodedag as
select
    periode.periodetype,
    periode.periode,
    periode.opgjort_pr,
    dage.dag::date as dag
from ud.periode as periode
cross join lateral (
    select unnest(generate_series(periode.foerste_dag, periode.opgjort_pr, interval 1 day)) as dag
) as dage;
