-- one row per team (ALLE: the department) with results in the month or quarter asked for
select distinct team_id
from indikator_resultat
where periode = $periode and periodetype <> 'rullende12'
order by team_id;
