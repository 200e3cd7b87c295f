-- one row per team with results in the reported period, and so with a report
select distinct resultat.team_id
from indikator_resultat as resultat
inner join opgoerelse
    on resultat.periodetype = opgoerelse.periodetype and resultat.periode = opgoerelse.periode
where resultat.team_id not in ('ALLE', 'UKENDT')
order by resultat.team_id;
