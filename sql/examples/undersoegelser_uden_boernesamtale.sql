-- én række pr. børnefaglig undersøgelse
-- Spørgsmål: Hvilke undersøgelser blev afsluttet uden en børnesamtale i den rapporterede periode?
-- Læs: Indikator 3.1 i Slagelses plan; første linje siger planen og indikatoren. aarsag: mangler (ingen samtale er
--   dokumenteret) eller indhold (den blev ikke holdt).
with valgt (plan_id, indikator_id) as (values ('slagelse_2021_2023', '3.1'))

select
    raekke.enhed_id as bfu_id,
    raekke.sag_id,
    raekke.team_id,
    raekke.raadgiver_id,
    raekke.haendelsesdato as afsluttet_dato,
    raekke.aarsag
from valgt
cross join om
inner join indikator
    on valgt.plan_id = indikator.plan_id and valgt.indikator_id = indikator.indikator_id
inner join periode
    on
        valgt.plan_id = periode.plan_id
        and om.periodetype = periode.periodetype
        and om.periode = periode.periode
inner join indikator_raekke as raekke
    on
        valgt.plan_id = raekke.plan_id
        and valgt.indikator_id = raekke.indikator_id
        and indikator.kilde = raekke.kilde
        and raekke.haendelsesdato between periode.foerste_dag and periode.opgjort_pr
where raekke.udfald = 'ikke_opfyldt'
order by raekke.team_id, afsluttet_dato, bfu_id;
