-- one row per case of a child still unborn when a measure was first decided, on that day
with foerste as (
    select
        sag_id,
        min(afgoerelse_dato) as dato
    from indsats
    where afgoerelse_dato is not null and not afgjort_foer_sagen
    group by sag_id
)

insert into enhed_haendelse by name
select
    sager.sag_id as enhed_id,
    sager.sag_id,
    foerste.dato,
    foerste.dato - sager.oprettet_dato as vaerdi
from sager
inner join foerste on sager.sag_id = foerste.sag_id
where er_ufoedt(sager.sagstype, sager.foedselsdato, foerste.dato)
