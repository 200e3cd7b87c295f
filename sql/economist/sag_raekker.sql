-- one row per unit of the case, source and period it counts in
select
    raekke.enhed_id,
    raekke.kilde,
    raekke.periodetype,
    raekke.periode,
    periode.opgjort_pr,
    raekke.team_id,
    coalesce(teams.navn, raekke.team_id) as team_navn,
    raekke.raadgiver_id,
    raekke.team_siden,
    raekke.startdato,
    raekke.referencedato,
    raekke.frist_dato,
    raekke.haendelsesdato,
    raekke.udfald,
    raekke.aarsag,
    raekke.vaerdi,
    raekke.kategori,
    raekke.gruppe
from grundlag($indikator_id, plan := $plan_id) as raekke
inner join periode
    on
        raekke.plan_id = periode.plan_id
        and raekke.periodetype = periode.periodetype
        and raekke.periode = periode.periode
left join teams on raekke.team_id = teams.team_id
where raekke.sag_id = $sag_id
order by raekke.enhed_id, raekke.kilde, raekke.periodetype, raekke.periode;
