-- én række pr. team og overskredet frist, højst fem pr. team
-- Spørgsmål: Hvilke overskredne frister har hvert team haft liggende længst?
-- Læs: dage_over er antal dage fra fristen til opgørelsesdagen.
select
    team_navn,
    indikator_id,
    titel,
    sag_id,
    enhed_id,
    raadgiver_id,
    frist_dato,
    dage_over
from forsinkede_sager
qualify
    row_number() over (
        partition by team_id
        order by frist_dato, indikator_id, enhed_id
    ) <= 5
order by team_navn, frist_dato, indikator_id, enhed_id;
