-- one row per measure of some kinds, and by some sections, decided from a day on: a plan for the child within
-- some months, or one already there
with planer as (
    select
        indsats.indsats_id,
        min(plan.oprettet_dato) as dato
    from indsats
    inner join handleplaner as plan on indsats.sag_id = plan.sag_id
    where
        plan.type in ('barn', 'ungeplan')
        and (plan.afsluttet_dato is null or plan.afsluttet_dato >= indsats.afgoerelse_dato)
    group by indsats.indsats_id
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.afgoerelse_dato as startdato,
    plus_maaneder(indsats.afgoerelse_dato, $maaneder) as frist_dato,
    planer.dato as udfoert_dato,
    true as gaelder_foer_start,
    indsats.bortfaldet_dato
from indsats
left join planer on indsats.indsats_id = planer.indsats_id
where
    indsats.afgoerelse_dato >= $fra_dato
    and not indsats.afgjort_foer_sagen
    and list_contains($kategorier, indsats.kategori)
    and ($paragraf::varchar is null or paragraf_begynder(indsats.paragraf, $paragraf::varchar))
    and (not $kun_paakraevet or indsats.plan_paakraevet)
