-- one row per case placed for long enough and day made up on
with anbragt as (
    select distinct
        sag_id,
        opgjort_pr
    from aktiv_anbringelse
    where plus_maaneder(start_dato, $maaneder) <= opgjort_pr
),

tilsyn as (
    select distinct
        anbragt.sag_id,
        anbragt.opgjort_pr
    from anbragt
    inner join opfoelgninger as opfoelgning
        on
            anbragt.sag_id = opfoelgning.sag_id
            and opfoelgning.dato > plus_maaneder(anbragt.opgjort_pr, -$maaneder)
            and opfoelgning.dato <= anbragt.opgjort_pr
    where opfoelgning.tilsyn_paa_anbringelsessted
)

insert into enhed_beholdning by name
select
    anbragt.sag_id as enhed_id,
    anbragt.sag_id,
    anbragt.opgjort_pr,
    case when tilsyn.sag_id is null then 'ikke_opfyldt' else 'opfyldt' end as udfald,
    'mangler' as aarsag
from anbragt
left join tilsyn on anbragt.sag_id = tilsyn.sag_id and anbragt.opgjort_pr = tilsyn.opgjort_pr
