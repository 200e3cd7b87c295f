-- one release of a period's mails
insert into godkendelse (plan_id, periode, godkendt_af, konto, tidspunkt, mails, publikation)
values ($plan_id, $periode, $godkendt_af, $konto, $tidspunkt, $mails, $publikation);
