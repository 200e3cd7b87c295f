-- one row per comment of a leader on a figure, oldest period first
select
    indikator_id,
    team_id,
    periode,
    tekst,
    dato,
    ansvarlig
from lev.data.kommentarer
where plan_id = $plan_id
order by periode, indikator_id, team_id;
