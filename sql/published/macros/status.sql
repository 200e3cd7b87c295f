-- one row per plan, indicator and source of one team and one month, quarter, four months or year
create macro ud.status(team, periode, plan := null) as table
    select
        r.plan_id,
        r.indikator_id,
        r.titel,
        r.kilde,
        r.foerer,
        r.vaerdienhed,
        r.taeller,
        r.naevner,
        r.undtaget,
        r.afventer,
        r.vaerdi,
        r.milepael_procent,
        r.afstand_pp,
        r.baseline_vaerdi,
        r.forskel,
        r.status,
        r.usikker
    from resultater() as r
    where
        r.team_id = team
        and r.periode = periode
        and r.periodetype <> 'rullende12'
        and (plan is null or r.plan_id = plan)
    order by r.plan_orden, r.indikator_orden, not r.hovedkilde, r.kilde;
