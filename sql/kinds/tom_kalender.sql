-- the calendar of no periods, for trying SQL out on empty tables
create temp table raekkemaaned (
    plan_id varchar,
    periode varchar,
    foerste_dag date,
    opgjort_pr date,
    opgoeres boolean
);

create temp view opgoerelsesdag as
select opgjort_pr
from raekkemaaned
where opgoeres and plan_id = getvariable('plan_id');
