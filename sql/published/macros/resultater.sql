-- one row per plan, indicator, source, period and team: the results with what a reader needs to know them by
create macro ud.resultater() as table
    select
        r.plan_id,
        plan.orden as plan_orden,
        r.indikator_id,
        i.orden as indikator_orden,
        i.titel,
        r.kilde,
        r.kilde = i.kilde as hovedkilde,
        r.foerer,
        r.periodetype,
        r.periode,
        r.team_id,
        team_navn(r.team_id, teams.navn) as team_navn,
        maalt_som(r.kilde, i.kilde, i.vaerditype) as vaerditype,
        maalt_i(maalt_som(r.kilde, i.kilde, i.vaerditype), i.vaerdienhed) as vaerdienhed,
        r.taeller,
        r.naevner,
        r.undtaget,
        r.afventer,
        r.vaerdi,
        r.ki_nedre,
        r.ki_oevre,
        r.milepael_procent,
        r.milepael_dato,
        r.naeste_procent,
        r.naeste_dato,
        r.afstand_pp,
        r.status,
        r.usikker,
        r.foreloebig,
        r.baseline_periode,
        r.baseline_vaerdi,
        r.baseline_naevner,
        r.forskel,
        r.forskel_nedre,
        r.forskel_oevre,
        r.grund
    from indikator_resultat as r
    inner join plan on r.plan_id = plan.plan_id
    inner join indikator as i on r.plan_id = i.plan_id and r.indikator_id = i.indikator_id
    left join teams on r.team_id = teams.team_id;
