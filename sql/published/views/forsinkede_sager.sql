-- one row per plan, indicator and unit past its deadline and still open
create view ud.forsinkede_sager as
select
    f.plan_id,
    f.indikator_id,
    indikator.titel,
    indikator.enhed,
    f.enhed_id,
    f.sag_id,
    f.team_id,
    team_navn(f.team_id, teams.navn) as team_navn,
    f.raadgiver_id,
    f.startdato,
    f.frist_dato,
    f.dage as dage_over
from fristliste as f
inner join plan on f.plan_id = plan.plan_id
inner join indikator on f.plan_id = indikator.plan_id and f.indikator_id = indikator.indikator_id
left join teams on f.team_id = teams.team_id
where f.tilstand = 'overskredet'
order by f.frist_dato, plan.orden, indikator.orden, f.enhed_id;
