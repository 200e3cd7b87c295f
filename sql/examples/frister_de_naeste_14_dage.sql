-- én række pr. team og indikator
-- Spørgsmål: Hvilke frister falder de næste 14 dage?
-- Læs: Antal åbne frister fra dagen efter opgørelsesdagen og 14 dage frem, og den første af dem.
select
    team_id,
    team_navn,
    indikator_id,
    titel,
    count(*) as frister,
    min(frist_dato) as foerste_frist
from kommende_frister
where dage_tilbage <= 14
group by team_id, team_navn, indikator_id, titel
order by team_id, foerste_frist, indikator_id;
