-- one row when the indicator could not be computed: what the delivery lacks
select distinct grund
from indikator_resultat
where plan_id = $plan_id and indikator_id = $indikator_id and grund is not null;
