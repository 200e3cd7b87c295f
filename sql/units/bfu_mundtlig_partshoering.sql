-- one row per BFU ended
insert into enhed_haendelse by name
select
    bfu_id as enhed_id,
    sag_id,
    afsluttet_dato as dato,
    coalesce(partshoering_form = 'mundtlig', false) as opfyldt,
    case when partshoering_form is null then 'mangler' else 'indhold' end as aarsag
from bfu_afsluttet
