-- one row per caseworker with open cases and day made up on: whether so many as the plan asks for
insert into enhed_beholdning by name
select
    raadgiver_id as enhed_id,
    opgjort_pr,
    true as har_eget_team,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    case when antal between $mindst and $hoejst then 'opfyldt' else 'ikke_opfyldt' end as udfald,
    'indhold' as aarsag
from raadgiver_sager
