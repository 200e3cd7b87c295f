-- one row per BFU ended
with samtaler as (
    select
        bfu.bfu_id,
        bool_or(samtale.udfald = 'afholdt') as afholdt,
        bool_or(samtale.udfald = 'undladt_begrundet') as undladt
    from bfu_afsluttet as bfu
    inner join boernesamtaler as samtale
        on
            bfu.sag_id = samtale.sag_id
            and samtale.dato between bfu.startet_dato and bfu.afsluttet_dato
    where list_contains($paragraffer, samtale.paragraf)
    group by bfu.bfu_id
)

insert into enhed_haendelse by name
select
    bfu.bfu_id as enhed_id,
    bfu.sag_id,
    bfu.afsluttet_dato as dato,
    coalesce(samtaler.afholdt, false) as opfyldt,
    coalesce(samtaler.undladt, false)
    or er_ufoedt(sager.sagstype, sager.foedselsdato, bfu.afsluttet_dato) as undtaget,
    case when samtaler.bfu_id is null then 'mangler' else 'indhold' end as aarsag
from bfu_afsluttet as bfu
inner join sager on bfu.sag_id = sager.sag_id
left join samtaler on bfu.bfu_id = samtaler.bfu_id
where $fra_dato::date is null or bfu.startet_dato >= $fra_dato
