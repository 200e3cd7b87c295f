-- én række pr. team og overskredet frist, højst fem pr. team
-- Spørgsmål: Hvilke overskredne frister har hvert team haft liggende længst?
-- Læs: Fristerne i den førende plan. dage_over er antal dage fra fristen til opgørelsesdagen.
select
    frist.team_navn,
    frist.indikator_id,
    frist.titel,
    frist.sag_id,
    frist.enhed_id,
    frist.raadgiver_id,
    frist.frist_dato,
    frist.dage_over
from forsinkede_sager as frist
inner join om on frist.plan_id = om.plan_id
qualify
    row_number() over (
        partition by frist.team_id
        order by frist.frist_dato, frist.indikator_id, frist.enhed_id
    ) <= 5
order by frist.team_navn, frist.frist_dato, frist.indikator_id, frist.enhed_id;
