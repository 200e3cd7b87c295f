-- one row per unit of the case with an open deadline
select
    enhed_id,
    startdato,
    frist_dato,
    tilstand,
    dage
from fristliste
where plan_id = $plan_id and indikator_id = $indikator_id and sag_id = $sag_id
order by enhed_id;
