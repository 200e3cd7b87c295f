-- one row per BFU; one that was broken off is never in time, and exempt when that came before the deadline
insert into enhed_frist by name
select
    bfu_id as enhed_id,
    sag_id,
    begyndt_dato as startdato,
    frist_dato,
    start_fra,
    case when efterslaeb then 'efterslaeb' else 'ny' end as gruppe,
    case when coalesce(afslutning, 'faerdig') <> 'afbrudt' then afsluttet_dato end as udfoert_dato,
    case when afslutning = 'afbrudt' then afsluttet_dato end as bortfaldet_dato
from bfu_begyndt($maaneder)
where $fra_dato::date is null or startet_dato >= $fra_dato
