-- one row per meeting that concerns a placement
with anbringelser as (
    select
        indsats_id,
        sag_id,
        start_dato,
        slut_dato
    from indsatser
    where kategori = 'anbringelse'
),

om_anbringelse as (
    select
        opfoelgning.sag_id,
        opfoelgning.dato
    from opfoelgninger as opfoelgning
    inner join anbringelser on opfoelgning.indsats_id = anbringelser.indsats_id
    where opfoelgning.form = 'moede'
    union
    select
        opfoelgning.sag_id,
        opfoelgning.dato
    from opfoelgninger as opfoelgning
    inner join anbringelser
        on
            opfoelgning.sag_id = anbringelser.sag_id
            and opfoelgning.dato >= anbringelser.start_dato
            and (anbringelser.slut_dato is null or opfoelgning.dato <= anbringelser.slut_dato)
    where opfoelgning.form = 'moede' and opfoelgning.indsats_id is null
),

besoeg as (
    select
        sag_id,
        dato
    from opfoelgninger
    where form = 'besoeg' and tilsyn_paa_anbringelsessted
)

insert into enhed_haendelse by name
select
    moede.enhed_id,
    moede.sag_id,
    moede.dato,
    coalesce(moede.tilsyn_paa_anbringelsessted, false)
    or exists (
        select 1
        from besoeg
        where
            besoeg.sag_id = moede.sag_id
            and besoeg.dato between plus_dage(moede.dato, -$dage) and moede.dato
    ) as opfyldt,
    case when moede.tilsyn_paa_anbringelsessted is null then 'mangler' else 'indhold' end as aarsag
from moede
inner join om_anbringelse on moede.sag_id = om_anbringelse.sag_id and moede.dato = om_anbringelse.dato
