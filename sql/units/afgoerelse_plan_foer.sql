-- one row per placement by some section decided from a day on, on that day: a plan for the child is there
with planer as (
    select
        indsats.indsats_id,
        bool_or(
            plan.oprettet_dato <= indsats.afgoerelse_dato
            and (plan.afsluttet_dato is null or plan.afsluttet_dato >= indsats.afgoerelse_dato)
        ) as i_tide,
        min(plan.oprettet_dato) filter (where plan.oprettet_dato > indsats.afgoerelse_dato) as bagefter
    from indsats
    inner join handleplaner as plan on indsats.sag_id = plan.sag_id
    where plan.type in ('barn', 'ungeplan')
    group by indsats.indsats_id
)

insert into enhed_haendelse by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.afgoerelse_dato as dato,
    coalesce(planer.i_tide, false) as opfyldt,
    planer.bagefter as dokumenteret_dato,
    'for_sent' as aarsag_dokumenteret
from indsats
left join planer on indsats.indsats_id = planer.indsats_id
where
    indsats.kategori = 'anbringelse'
    and paragraf_begynder(indsats.paragraf, $paragraf)
    and indsats.afgoerelse_dato >= $fra_dato
    and not indsats.afgjort_foer_sagen
