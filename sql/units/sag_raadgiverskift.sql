-- one row per open case that a team has been given and day made up on: the changes of caseworker so far
with skift as (
    select
        sag_id,
        fra_dato,
        raadgiver_id <> lag(raadgiver_id) over (partition by sag_id order by fra_dato) as skiftede
    from sagsfordeling
    where raadgiver_id is not null
),

fordelt as (
    select distinct
        sag.sag_id,
        sag.opgjort_pr
    from aaben_sag as sag
    inner join sagsfordeling as fordeling
        on sag.sag_id = fordeling.sag_id and fordeling.fra_dato <= sag.opgjort_pr
),

optalt as (
    select
        fordelt.sag_id,
        fordelt.opgjort_pr,
        count(skift.sag_id) as kendte,
        count(*) filter (where skift.skiftede) as antal
    from fordelt
    left join skift on fordelt.sag_id = skift.sag_id and skift.fra_dato <= fordelt.opgjort_pr
    group by fordelt.sag_id, fordelt.opgjort_pr
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case when kendte = 0 then 'undtaget' else 'opgjort' end as udfald,
    case when kendte > 0 then antal end as vaerdi
from optalt
