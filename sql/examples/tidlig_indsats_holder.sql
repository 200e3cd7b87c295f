-- én række pr. leverandør og tilbud
-- Spørgsmål: Hvilke tidlige indsatser (§ 11, stk. 3) følges ikke af en børnefaglig undersøgelse?
-- Læs: Indikator 4.4 i Slagelses plan de seneste tolv måneder: indsatser, hvor et halvt år er gået siden slutdatoen.
--   Første linje siger planen og indikatoren; skriv jeres egne, hvis de hedder noget andet.
with valgt (plan_id, indikator_id) as (values ('slagelse_2021_2023', '4.4')),

raekke as (
    select
        raekke.enhed_id,
        raekke.udfald
    from valgt
    cross join om
    inner join indikator_raekke as raekke
        on
            valgt.plan_id = raekke.plan_id
            and valgt.indikator_id = raekke.indikator_id
            and raekke.periode <= strftime(om.opgjort_pr, '%Y-%m')
            and raekke.periode > strftime(om.opgjort_pr - to_months(12), '%Y-%m')
    where raekke.udfald in ('opfyldt', 'ikke_opfyldt')
)

select
    coalesce(indsatser.leverandoer_type, 'ukendt') as leverandoer,
    coalesce(indsatser.tilbud, 'ukendt') as tilbud,
    count(*) as afsluttet,
    count(*) filter (where raekke.udfald = 'opfyldt') as uden_undersoegelse,
    round(100 * uden_undersoegelse / afsluttet, 1) as procent
from raekke
inner join indsatser on raekke.enhed_id = indsatser.indsats_id
group by coalesce(indsatser.leverandoer_type, 'ukendt'), coalesce(indsatser.tilbud, 'ukendt')
order by procent asc, afsluttet desc, leverandoer asc, tilbud asc;
