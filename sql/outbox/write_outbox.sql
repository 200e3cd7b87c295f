-- which published figures the mails of a plan and period tell of
insert into udbakke (plan_id, periode, publikation, skrevet)
values ($plan_id, $periode, $publikation, $skrevet)
on conflict (plan_id, periode) do update set
    publikation = excluded.publikation,
    skrevet = excluded.skrevet;
