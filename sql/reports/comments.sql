-- one row per comment of a leader on a figure, oldest period first
select
    plan_id,
    indikator_id,
    team_id,
    periode,
    tekst,
    dato,
    ansvarlig
from lev.data.kommentarer
order by plan_id, periode, indikator_id, team_id;
