-- one row per plan, indicator and unit with an open deadline of one team
create macro ud.frister(team, plan := null) as table
    select
        f.plan_id,
        f.tilstand,
        f.frist_dato,
        f.dage,
        f.indikator_id,
        i.titel,
        f.sag_id,
        f.enhed_id,
        f.raadgiver_id
    from fristliste as f
    inner join plan as p on f.plan_id = p.plan_id
    inner join indikator as i on f.plan_id = i.plan_id and f.indikator_id = i.indikator_id
    where f.team_id = team and (plan is null or f.plan_id = plan)
    order by f.frist_dato, p.orden, i.orden, f.enhed_id;
