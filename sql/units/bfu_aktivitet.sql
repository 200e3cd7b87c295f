-- one row per BFU of a project ended: an activity of some kinds on the way (undertyper null: one that maps the
-- network)
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
            and er_netvaerksarbejde(aktivitet.undertype, $undertyper)
            and aktivitet.dato between bfu.startet_dato and bfu.afsluttet_dato
    ) as opfyldt,
    'mangler' as aarsag
from bfu_afsluttet as bfu
inner join projekt_sag($under_alder) as projekt
    on bfu.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, bfu.afsluttet_dato)
