-- one row per report and recipient of a plan and period
select
    plan_id,
    periode,
    art,
    team_id,
    modtager,
    udgave,
    indhold,
    tal,
    fil,
    fil_sha256,
    message_id,
    tilstand,
    paabegyndt,
    sendt,
    svar,
    kendt_udgave,
    kendt_indhold,
    kendt_tal,
    kendt_tidspunkt,
    kendt_message_id,
    tvivl
from forsendelse
where plan_id = $plan_id and periode = $periode
order by art, team_id, fil, modtager;
