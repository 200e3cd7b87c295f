-- one row per agreed action, closed or open, the one due first on top
select
    aftale.aftale_id,
    traekning.plan_id,
    aftale.traekning_id,
    aftale.genstand_type,
    aftale.genstand_id,
    aftale.sag_id,
    aftale.maalepunkt_id,
    aftale.team_id,
    aftale.raadgiver_id,
    aftale.tekst,
    aftale.frist,
    aftale.oprettet_dato,
    aftale.lukket_dato,
    aftale.lukket_bemaerkning
from gennemgang.aftale as aftale
inner join gennemgang.traekning as traekning on aftale.traekning_id = traekning.traekning_id
order by aftale.frist nulls last, aftale.aftale_id;
