-- one row per open case that a team has been given and day made up on: one caseworker all the time
with raadgivere_i_sag as (
    select
        sag.sag_id,
        sag.opgjort_pr,
        count(distinct fordeling.raadgiver_id) as antal
    from aaben_sag as sag
    inner join sagsfordeling as fordeling
        on sag.sag_id = fordeling.sag_id and fordeling.fra_dato <= sag.opgjort_pr
    group by sag.sag_id, sag.opgjort_pr
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when antal = 0 then 'undtaget'
        when antal = 1 then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald,
    'indhold' as aarsag
from raadgivere_i_sag
