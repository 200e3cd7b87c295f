-- one row per BFU ended
insert into enhed_haendelse by name
select
    bfu.bfu_id as enhed_id,
    bfu.sag_id,
    bfu.afsluttet_dato as dato,
    exists(
        select 1
        from aktiviteter as aktivitet
        where
            aktivitet.sag_id = bfu.sag_id
            and aktivitet.undertype = 'netvaerksmoede'
            and aktivitet.dato between bfu.startet_dato and bfu.afsluttet_dato
    ) as opfyldt,
    'mangler' as aarsag
from bfu_afsluttet as bfu
