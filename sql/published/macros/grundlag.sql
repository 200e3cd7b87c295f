-- one row per unit of an indicator, source and period it counts in
-- (the rows stand by month: what is judged counts in every period that holds the month; what waits, and a
-- stock, is made up on the period's last day and counts where the month is its last)
create macro ud.grundlag(indikator, plan := null) as table
    select
        r.plan_id,
        r.indikator_id,
        r.kilde,
        p.periodetype,
        p.periode,
        r.periode as maaned,
        r.enhed_id,
        r.sag_id,
        r.team_id,
        r.raadgiver_id,
        r.team_siden,
        r.startdato,
        r.referencedato,
        r.frist_dato,
        r.haendelsesdato,
        r.udfald,
        r.aarsag,
        r.vaerdi,
        r.kategori,
        r.gruppe
    from indikator_raekke as r
    inner join indikator as i on r.plan_id = i.plan_id and r.indikator_id = i.indikator_id
    inner join periode as p
        on
            r.plan_id = p.plan_id
            and r.periode between strftime(p.foerste_dag, '%Y-%m') and strftime(p.opgjort_pr, '%Y-%m')
    where
        r.indikator_id = indikator
        and (plan is null or r.plan_id = plan)
        and (
            r.periode = strftime(p.opgjort_pr, '%Y-%m')
            or not (r.udfald = 'afventer' or (i.art = 'beholdning' and r.kilde = i.kilde))
        );
