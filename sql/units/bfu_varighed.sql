-- one row per BFU ended
insert into enhed_haendelse by name
select
    bfu_id as enhed_id,
    sag_id,
    afsluttet_dato as dato,
    afsluttet_dato - startet_dato as vaerdi
from bfu_afsluttet
