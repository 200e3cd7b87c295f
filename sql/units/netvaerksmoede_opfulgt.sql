-- one row per case and day of a network meeting, when the case is still open on the deadline
with moededage as (
    select distinct
        sag_id,
        dato
    from aktiviteter
    where undertype = 'netvaerksmoede'
),

naeste as (
    select
        sag_id,
        dato,
        lead(dato) over (partition by sag_id order by dato) as naeste_dato
    from moededage
)

insert into enhed_frist by name
select
    naeste.sag_id || '@' || strftime(naeste.dato, '%Y-%m-%d') as enhed_id,
    naeste.sag_id,
    naeste.dato as startdato,
    plus_dage(naeste.dato, $dage) as frist_dato,
    naeste.naeste_dato as udfoert_dato,
    naeste.dato as kraft_fra,
    sager.lukket_dato as kraft_til,
    false as kan_undtages,
    false as paa_fristliste
from naeste
inner join sager on naeste.sag_id = sager.sag_id
where sager.oprettet_dato <= plus_dage(naeste.dato, $dage)
