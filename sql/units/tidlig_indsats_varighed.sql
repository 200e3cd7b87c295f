-- one row per early measure (section 11, 3) on the day it ended or a BFU took over
with bfu as (
    select
        indsats.indsats_id,
        min(bfu.startet_dato) as startet_dato
    from tidlig_indsats as indsats
    inner join undersoegelser as bfu
        on indsats.sag_id = bfu.sag_id and bfu.startet_dato > indsats.begin_dato
    group by indsats.indsats_id
),

varighed as (
    select
        indsats.indsats_id,
        indsats.sag_id,
        indsats.begin_dato,
        indsats.leverandoer_type,
        indsats.bortfaldet_dato,
        least(indsats.slut_dato, bfu.startet_dato) as til_dato
    from tidlig_indsats as indsats
    left join bfu on indsats.indsats_id = bfu.indsats_id
)

insert into enhed_haendelse by name
select
    indsats_id as enhed_id,
    sag_id,
    til_dato as dato,
    til_dato - begin_dato as vaerdi,
    coalesce(leverandoer_type, 'ukendt') as gruppe
from varighed
where til_dato is not null and (bortfaldet_dato is null or bortfaldet_dato > til_dato)
