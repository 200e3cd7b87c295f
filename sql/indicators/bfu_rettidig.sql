-- one row per BFU; one that was broken off is never in time, and exempt when that came before the deadline
insert into enhed_frist by name
select
    bfu_id as enhed_id,
    sag_id,
    coalesce(opmaerksom_dato, startet_dato) as startdato,
    plus_maaneder(coalesce(opmaerksom_dato, startet_dato), $maaneder) as frist_dato,
    case when coalesce(afslutning, 'faerdig') <> 'afbrudt' then afsluttet_dato end as udfoert_dato,
    case when afslutning = 'afbrudt' then afsluttet_dato end as bortfaldet_dato
from undersoegelser
