-- one row per team of the delivery: where its leader reads mail
select
    team_id,
    leder_email
from teams
order by team_id;
