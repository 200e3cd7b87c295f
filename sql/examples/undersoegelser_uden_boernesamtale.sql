-- én række pr. børnefaglig undersøgelse
-- Spørgsmål: Hvilke undersøgelser blev afsluttet uden en børnesamtale i den rapporterede periode?
-- Læs: Indikator 3.1. aarsag: mangler (ingen samtale er dokumenteret) eller indhold (den blev ikke holdt).
select
    raekke.enhed_id as bfu_id,
    raekke.sag_id,
    raekke.team_id,
    raekke.raadgiver_id,
    raekke.haendelsesdato as afsluttet_dato,
    raekke.aarsag
from indikator_raekke as raekke
inner join om on raekke.periodetype = om.periodetype and raekke.periode = om.periode
where raekke.indikator_id = '3.1' and raekke.kilde = 'dubu' and raekke.udfald = 'ikke_opfyldt'
order by raekke.team_id, afsluttet_dato, bfu_id;
