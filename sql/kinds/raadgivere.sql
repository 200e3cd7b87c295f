-- what several units ask of caseworkers

-- one row per caseworker with open cases and day made up on
create temp view raadgiver_sager as
select
    opgjort_pr,
    raadgiver_id,
    team_id,
    count(*) as antal
from raadgivers_sag
group by opgjort_pr, raadgiver_id, team_id;

-- one row per caseworker whom the plan promises a rhythm: from employment, or from the plan's first day
create temp view raadgiver_i_plan as
select
    raadgiver_id,
    team_id,
    greatest(ansat_fra, getvariable('plan_start')::date) as begin_dato,
    ansat_til as ende_dato
from raadgivere
where er_raadgiver(rolle);

-- one row per BFU, as of the day it started: for asking who held the case then
create temp view bfu_ved_start as
select
    bfu_id,
    sag_id,
    startet_dato as referencedato,
    false as har_eget_team,
    null::varchar as egen_team_id,
    null::varchar as egen_raadgiver_id
from undersoegelser;
