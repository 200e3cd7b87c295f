-- one row of the ledger, new or in place of the one it had
insert into forsendelse (
    plan_id, periode, art, team_id, modtager, udgave, indhold, tal, fil, fil_sha256, message_id, tilstand,
    paabegyndt, sendt, svar, kendt_udgave, kendt_indhold, kendt_tal, kendt_tidspunkt, kendt_message_id, tvivl
)
values (
    $plan_id, $periode, $art, $team_id, $modtager, $udgave, $indhold, $tal, $fil, $fil_sha256, $message_id,
    $tilstand, $paabegyndt, $sendt, $svar, $kendt_udgave, $kendt_indhold, $kendt_tal, $kendt_tidspunkt,
    $kendt_message_id, $tvivl
)
on conflict (plan_id, periode, art, team_id, modtager) do update set
    udgave = excluded.udgave,
    indhold = excluded.indhold,
    tal = excluded.tal,
    fil = excluded.fil,
    fil_sha256 = excluded.fil_sha256,
    message_id = excluded.message_id,
    tilstand = excluded.tilstand,
    paabegyndt = excluded.paabegyndt,
    sendt = excluded.sendt,
    svar = excluded.svar,
    kendt_udgave = excluded.kendt_udgave,
    kendt_indhold = excluded.kendt_indhold,
    kendt_tal = excluded.kendt_tal,
    kendt_tidspunkt = excluded.kendt_tidspunkt,
    kendt_message_id = excluded.kendt_message_id,
    tvivl = excluded.tvivl;
