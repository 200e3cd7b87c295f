-- one row per survey answer
insert into enhed_haendelse by name
select
    svar_id as enhed_id,
    true as har_eget_team,
    team_id as egen_team_id,
    besvaret_dato as dato,
    score >= $mindste_score as opfyldt,
    'indhold' as aarsag
from spoergeskemasvar
where som_navn(spoergsmaal) = som_navn($spoergsmaal)
