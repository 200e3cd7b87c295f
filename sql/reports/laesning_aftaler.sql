-- one row per agreed action that is open on $dag, the first due first
select
    traekning.plan_id,
    aftale.aftale_id,
    aftale.maalepunkt_id,
    aftale.sag_id,
    aftale.team_id,
    aftale.raadgiver_id,
    aftale.tekst,
    aftale.frist,
    aftale.oprettet_dato
from gennemgang.aftale as aftale
inner join gennemgang.traekning as traekning on aftale.traekning_id = traekning.traekning_id
inner join plan on traekning.plan_id = plan.plan_id
where aftale.oprettet_dato <= $dag::date and coalesce(aftale.lukket_dato > $dag::date, true)
order by aftale.frist nulls last, aftale.oprettet_dato, aftale.aftale_id;
