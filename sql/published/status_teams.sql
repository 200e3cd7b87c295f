-- one row per team (ALLE: the department) with results in the period asked for
select distinct team_id
from indikator_resultat
where
    periode = $periode
    and periodetype <> 'rullende12'
    and ($plan_id::varchar is null or plan_id = $plan_id)
order by team_id;
