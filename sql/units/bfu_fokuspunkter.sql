-- one row per BFU ended
insert into enhed_haendelse by name
select
    bfu_id as enhed_id,
    sag_id,
    afsluttet_dato as dato,
    coalesce(antal_fokuspunkter between $mindst and $hoejst, false) as opfyldt,
    case when antal_fokuspunkter is null then 'mangler' else 'indhold' end as aarsag
from bfu_afsluttet
