-- one row per measure decided
with samtaler as (
    select
        indsats.indsats_id,
        bool_or(samtale.udfald = 'afholdt') as afholdt,
        bool_or(samtale.udfald = 'undladt_begrundet') as undladt
    from indsats_52 as indsats
    inner join boernesamtaler as samtale
        on
            indsats.sag_id = samtale.sag_id
            and samtale.dato
            between plus_maaneder(indsats.afgoerelse_dato, -$maaneder) and indsats.afgoerelse_dato
    where list_contains($paragraffer, samtale.paragraf)
    group by indsats.indsats_id
)

insert into enhed_haendelse by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.afgoerelse_dato as dato,
    coalesce(samtaler.afholdt, false) as opfyldt,
    coalesce(samtaler.undladt, false)
    or er_ufoedt(sager.sagstype, sager.foedselsdato, indsats.afgoerelse_dato) as undtaget,
    case when samtaler.indsats_id is null then 'mangler' else 'indhold' end as aarsag
from indsats_52 as indsats
inner join sager on indsats.sag_id = sager.sag_id
left join samtaler on indsats.indsats_id = samtaler.indsats_id
where indsats.afgoerelse_dato is not null and not indsats.afgjort_foer_sagen
