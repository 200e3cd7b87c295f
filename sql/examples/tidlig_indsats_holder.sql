-- én række pr. leverandør og tilbud
-- Spørgsmål: Hvilke tidlige indsatser (§ 11, stk. 3) følges ikke af en børnefaglig undersøgelse?
-- Læs: Indikator 4.4 de seneste tolv måneder: indsatser, hvor et halvt år er gået siden slutdatoen.
select
    coalesce(indsatser.leverandoer_type, 'ukendt') as leverandoer,
    coalesce(indsatser.tilbud, 'ukendt') as tilbud,
    count(*) as afsluttet,
    count(*) filter (where raekke.udfald = 'opfyldt') as uden_undersoegelse,
    round(100 * uden_undersoegelse / afsluttet, 1) as procent
from indikator_raekke as raekke
inner join indsatser on raekke.enhed_id = indsatser.indsats_id
inner join om on raekke.periode = strftime(om.opgjort_pr, '%Y-%m')
where
    raekke.indikator_id = '4.4'
    and raekke.periodetype = 'rullende12'
    and raekke.udfald in ('opfyldt', 'ikke_opfyldt')
group by coalesce(indsatser.leverandoer_type, 'ukendt'), coalesce(indsatser.tilbud, 'ukendt')
order by procent asc, afsluttet desc, leverandoer asc, tilbud asc;
