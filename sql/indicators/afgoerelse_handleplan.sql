-- one row per measure, on the day it was decided; without a decision, on the day it began
insert into enhed_haendelse by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    coalesce(indsats.afgoerelse_dato, indsats.start_dato) as dato,
    exists(
        select 1
        from handleplaner as plan
        where
            plan.sag_id = indsats.sag_id
            and plan.type = 'barn'
            and plan.oprettet_dato <= indsats.afgoerelse_dato
            and (plan.afsluttet_dato is null or plan.afsluttet_dato >= indsats.afgoerelse_dato)
    ) as opfyldt,
    'mangler' as aarsag
from indsats_52 as indsats
where coalesce(indsats.afgoerelse_dato, indsats.start_dato) is not null
