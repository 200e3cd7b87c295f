-- én række pr. åben sag med et barn, der har været anbragt et år
-- Spørgsmål: Hvilke anbragte børn har ikke fået to tilsyn på anbringelsesstedet det seneste år, hvor der blev talt
--   med barnet?
-- Læs: De tolv måneder, der slutter med opgørelsesdagen. tilsyn_med_samtale er antal dage med et tilsyn, hvor der
--   blev talt med barnet; seneste_tilsyn er tom, når der aldrig er dokumenteret et tilsyn.
with anbragt as (
    select
        indsats.sag_id,
        om.opgjort_pr
    from indsatsforloeb() as indsats
    cross join om
    where
        indsats.kategori = 'anbringelse'
        and (indsats.ende_dato is null or indsats.ende_dato > om.opgjort_pr)
    group by indsats.sag_id, om.opgjort_pr
    having (min(indsats.begin_dato) + to_months(12))::date <= om.opgjort_pr
),

tilsyn as (
    select
        anbragt.sag_id,
        max(opfoelgninger.dato) as seneste_tilsyn,
        count(distinct opfoelgninger.dato) filter (
            where
            opfoelgninger.talt_med_barnet
            and opfoelgninger.dato > (anbragt.opgjort_pr - to_months(12))::date
        ) as tilsyn_med_samtale
    from anbragt
    left join opfoelgninger
        on
            anbragt.sag_id = opfoelgninger.sag_id
            and opfoelgninger.form in ('moede', 'besoeg')
            and opfoelgninger.tilsyn_paa_anbringelsessted
            and opfoelgninger.dato <= anbragt.opgjort_pr
    group by anbragt.sag_id
)

select
    tilsyn.sag_id,
    sag.team_id,
    sag.raadgiver_id,
    sag.alder,
    tilsyn.tilsyn_med_samtale,
    tilsyn.seneste_tilsyn
from tilsyn
inner join sager_nu as sag on tilsyn.sag_id = sag.sag_id
where tilsyn.tilsyn_med_samtale < 2
order by tilsyn.tilsyn_med_samtale asc, tilsyn.seneste_tilsyn asc nulls first, tilsyn.sag_id asc;
