-- one row per team in existence on a day that has a leader, who can read cases
select team_id
from teams
where
    (aktiv_fra is null or aktiv_fra <= $til_dato::date)
    and (aktiv_til is null or aktiv_til >= $til_dato::date)
    and coalesce(leder_raadgiver_id, leder_email, leder_navn) is not null
order by team_id;
