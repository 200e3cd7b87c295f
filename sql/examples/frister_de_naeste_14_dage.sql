-- én række pr. team og indikator
-- Spørgsmål: Hvilke frister falder de næste 14 dage?
-- Læs: Antal åbne frister i den førende plan fra dagen efter opgørelsesdagen og 14 dage frem, og den første af
--   dem.
select
    frist.team_id,
    frist.team_navn,
    frist.indikator_id,
    frist.titel,
    count(*) as frister,
    min(frist.frist_dato) as foerste_frist
from kommende_frister as frist
inner join om on frist.plan_id = om.plan_id
where frist.dage_tilbage <= 14
group by frist.team_id, frist.team_navn, frist.indikator_id, frist.titel
order by frist.team_id, foerste_frist, frist.indikator_id;
