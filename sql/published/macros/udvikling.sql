-- one row per plan, month and source of one indicator and team
create macro ud.udvikling(indikator, team := 'ALLE', plan := null) as table
    select
        r.plan_id,
        r.periode as maaned,
        r.kilde,
        r.vaerdienhed,
        r.taeller,
        r.naevner,
        r.vaerdi,
        r.milepael_procent,
        r.status,
        r.usikker
    from resultater() as r
    where
        r.indikator_id = indikator
        and r.team_id = team
        and r.periodetype = 'maaned'
        and (plan is null or r.plan_id = plan)
    order by r.plan_orden, r.periode, not r.hovedkilde, r.kilde;
