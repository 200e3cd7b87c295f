-- one row per BFU ended
insert into enhed_haendelse by name
select
    bfu_id as enhed_id,
    sag_id,
    afsluttet_dato as dato,
    coalesce(undersoegelsesplan_dato <= afsluttet_dato, false) as opfyldt,
    undersoegelsesplan_dato as dokumenteret_dato,
    'for_sent' as aarsag_dokumenteret
from bfu_afsluttet
