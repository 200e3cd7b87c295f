-- one row per caseworker with open cases and day made up on, the new ones apart
insert into enhed_beholdning by name
select
    sager.raadgiver_id as enhed_id,
    sager.opgjort_pr,
    true as har_eget_team,
    sager.team_id as egen_team_id,
    sager.raadgiver_id as egen_raadgiver_id,
    sager.antal as vaerdi,
    case
        when raadgivere.ansat_fra > plus_maaneder(sager.opgjort_pr, -$nye_maaneder) then 'ny'
        else 'oevrige'
    end as gruppe
from raadgiver_sager as sager
left join raadgivere on sager.raadgiver_id = raadgivere.raadgiver_id
