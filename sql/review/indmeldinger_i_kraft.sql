-- one row per thing stated and field of it: the version in force
select
    plan_id,
    art,
    noegle,
    periode,
    team_id,
    felt,
    vaerdi,
    version
from gennemgang.indmelding
qualify row_number() over (
    partition by plan_id, art, noegle, periode, team_id, felt
    order by version desc
) = 1;
