-- one row per BFU whose deadline came before it ended, on that day; none where the case had closed for a reason
-- that exempts
with uafsluttet as (
    select bfu.*
    from bfu_begyndt($maaneder) as bfu
    inner join sager on bfu.sag_id = sager.sag_id
    where
        (bfu.afsluttet_dato is null or bfu.afsluttet_dato > bfu.frist_dato)
        and not coalesce(
            undtagende_lukning(sager.lukket_dato, sager.lukket_aarsag)
            between bfu.begyndt_dato and bfu.frist_dato,
            false
        )
        and bfu.startet_dato >= $fra_dato
),

vurderinger as (
    select
        bfu.bfu_id,
        bool_or(aktivitet.dato <= bfu.frist_dato) as i_tide,
        min(aktivitet.dato) filter (where aktivitet.dato > bfu.frist_dato) as bagefter
    from uafsluttet as bfu
    inner join aktiviteter as aktivitet
        on bfu.sag_id = aktivitet.sag_id and aktivitet.dato >= bfu.begyndt_dato
    where aktivitet.undertype = 'foreloebig_vurdering'
    group by bfu.bfu_id
)

insert into enhed_haendelse by name
select
    bfu.bfu_id as enhed_id,
    bfu.sag_id,
    bfu.frist_dato as dato,
    coalesce(vurderinger.i_tide, false) as opfyldt,
    vurderinger.bagefter as dokumenteret_dato,
    'for_sent' as aarsag_dokumenteret
from uafsluttet as bfu
left join vurderinger on bfu.bfu_id = vurderinger.bfu_id
