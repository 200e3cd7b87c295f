-- one row per agreed action that is open, the one due first on top
select
    aftale.aftale_id,
    traekning.plan_id,
    aftale.sag_id,
    aftale.maalepunkt_id,
    aftale.team_id,
    aftale.raadgiver_id,
    aftale.tekst,
    aftale.frist,
    aftale.oprettet_dato
from gennemgang.main.aftale as aftale
inner join gennemgang.main.traekning as traekning on aftale.traekning_id = traekning.traekning_id
where aftale.lukket_dato is null
order by aftale.frist nulls last, aftale.aftale_id;
