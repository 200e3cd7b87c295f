-- one row per caseworker with open cases and day made up on
insert into enhed_beholdning by name
select
    raadgiver_id as enhed_id,
    opgjort_pr,
    true as har_eget_team,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    case
        when antal < 15 then '1-14'
        when antal < 20 then '15-19'
        when antal <= 25 then '20-25'
        when antal <= 30 then '26-30'
        else 'over 30'
    end as kategori
from raadgiver_sager
