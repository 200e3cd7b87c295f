-- one row per activity of some kinds
insert into enhed_haendelse by name
select
    aktivitet_id as enhed_id,
    sag_id,
    dato,
    har_eget_team,
    egen_team_id,
    egen_raadgiver_id
from aktivitet
where
    ($type::varchar is null or type = $type)
    and ($undertyper::varchar[] is null or list_contains($undertyper::varchar[], undertype))
