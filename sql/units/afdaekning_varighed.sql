-- one row per afdaekning of a kind started from a day on, on the day it ended
insert into enhed_haendelse by name
select
    afdaekning_id as enhed_id,
    sag_id,
    afsluttet_dato as dato,
    afsluttet_dato - startet_dato as vaerdi
from afdaekninger
where type = $type and startet_dato >= $fra_dato and afsluttet_dato is not null
