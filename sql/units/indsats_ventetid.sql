-- one row per measure started on the day of its decision or later, on the day it started
insert into enhed_haendelse by name
select
    indsats_id as enhed_id,
    sag_id,
    start_dato as dato,
    start_dato - afgoerelse_dato as vaerdi
from indsats_52
where afgoerelse_dato <= start_dato
