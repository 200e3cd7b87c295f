-- one row per open deadline of a unit, oldest first
select
    plan_id,
    indikator_id,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    frist_dato,
    tilstand,
    dage
from fristliste
order by frist_dato, plan_id, indikator_id, enhed_id;
