-- one row per measure, on the day it was decided; without a decision, on the day it began
with planer as (
    select
        indsats.indsats_id,
        bool_or(
            plan.oprettet_dato <= indsats.afgoerelse_dato
            and (plan.afsluttet_dato is null or plan.afsluttet_dato >= indsats.afgoerelse_dato)
        ) as i_tide,
        min(plan.oprettet_dato) filter (where plan.oprettet_dato > indsats.afgoerelse_dato) as bagefter
    from indsats_52 as indsats
    inner join handleplaner as plan on indsats.sag_id = plan.sag_id
    where plan.type = 'barn'
    group by indsats.indsats_id
)

insert into enhed_haendelse by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    coalesce(indsats.afgoerelse_dato, indsats.start_dato) as dato,
    coalesce(planer.i_tide, false) as opfyldt,
    planer.bagefter as dokumenteret_dato,
    'for_sent' as aarsag_dokumenteret
from indsats_52 as indsats
left join planer on indsats.indsats_id = planer.indsats_id
where coalesce(indsats.afgoerelse_dato, indsats.start_dato) is not null and not indsats.afgjort_foer_sagen
