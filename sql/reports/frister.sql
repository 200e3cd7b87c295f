-- one row per open deadline of a unit, oldest first
select
    indikator_id,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    frist_dato,
    tilstand,
    dage
from fristliste
where plan_id = $plan_id
order by frist_dato, indikator_id, enhed_id;
