-- én række pr. plan, indikator, team og trin
-- Spørgsmål: Hvordan fordeler rådgiverne sig efter, hvor mange sager de har?
-- Læs: Antal rådgivere på opgørelsesdagen med så mange åbne sager, og deres andel i procent af teamets. Grænserne er
--   dem, planen nævner; kun de fordelinger, der tæller rådgivere, er med.
select
    fordeling.plan_id,
    fordeling.indikator_id,
    fordeling.team_navn,
    fordeling.tekst as sager,
    fordeling.antal as raadgivere,
    round(fordeling.andel, 1) as procent
from fordeling_nu as fordeling
inner join kategori
    on
        fordeling.plan_id = kategori.plan_id
        and fordeling.indikator_id = kategori.indikator_id
        and fordeling.kategori = kategori.kategori
inner join plan on fordeling.plan_id = plan.plan_id
where
    exists (
        select 1
        from indikator_raekke as raekke
        where
            raekke.plan_id = fordeling.plan_id
            and raekke.indikator_id = fordeling.indikator_id
            and raekke.enhed_id = raekke.raadgiver_id
    )
order by plan.orden, fordeling.indikator_id, fordeling.team_id, kategori.orden;
