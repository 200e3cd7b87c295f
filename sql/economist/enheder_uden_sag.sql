-- one row: how many units of an indicator's main source there are, and how many of them belong to a case
select
    count(*) as enheder,
    count(raekke.sag_id) as med_sag
from indikator_raekke as raekke
inner join indikator
    on
        raekke.plan_id = indikator.plan_id
        and raekke.indikator_id = indikator.indikator_id
        and raekke.kilde = indikator.kilde
where raekke.plan_id = $plan_id and raekke.indikator_id = $indikator_id;
