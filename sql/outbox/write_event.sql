-- one thing that happened to a mail
insert into haendelse (tidspunkt, plan_id, periode, art, team_id, modtager, udgave, hvad, svar)
values ($tidspunkt, $plan_id, $periode, $art, $team_id, $modtager, $udgave, $hvad, $svar);
