-- én række pr. sag med et anbragt barn
-- Spørgsmål: Hvilke anbragte børn har ikke haft tilsyn på anbringelsesstedet det seneste halve år?
-- Læs: Indikator 7.11. seneste_tilsyn er tom, når der aldrig er dokumenteret et.
select
    raekke.sag_id,
    raekke.team_id,
    raekke.raadgiver_id,
    sager_nu.alder,
    max(opfoelgninger.dato) as seneste_tilsyn
from indikator_raekke as raekke
inner join om on raekke.periode = strftime(om.opgjort_pr, '%Y-%m')
left join sager_nu on raekke.sag_id = sager_nu.sag_id
left join opfoelgninger
    on
        raekke.sag_id = opfoelgninger.sag_id
        and opfoelgninger.tilsyn_paa_anbringelsessted
        and opfoelgninger.dato <= om.opgjort_pr
where raekke.indikator_id = '7.11' and raekke.periodetype = 'maaned' and raekke.udfald = 'ikke_opfyldt'
group by raekke.sag_id, raekke.team_id, raekke.raadgiver_id, sager_nu.alder
order by seneste_tilsyn asc nulls first, raekke.sag_id asc;
