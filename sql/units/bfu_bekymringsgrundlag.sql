-- one row per BFU ended; what was written in its last days counts
with grundlag as (
    select
        bfu.bfu_id,
        min(aktivitet.dato) as dato
    from bfu_afsluttet as bfu
    inner join aktiviteter as aktivitet
        on bfu.sag_id = aktivitet.sag_id and aktivitet.dato >= plus_dage(bfu.afsluttet_dato, -$dage_foer)
    where list_contains($undertyper, aktivitet.undertype)
    group by bfu.bfu_id
)

insert into enhed_frist by name
select
    bfu.bfu_id as enhed_id,
    bfu.sag_id,
    bfu.afsluttet_dato as startdato,
    plus_dage(bfu.afsluttet_dato, $dage) as frist_dato,
    grundlag.dato as udfoert_dato,
    true as gaelder_foer_start
from bfu_afsluttet as bfu
left join grundlag on bfu.bfu_id = grundlag.bfu_id
