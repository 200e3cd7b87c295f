-- one row per case placed for long enough and day made up on
with anbragt as (
    select distinct
        sag_id,
        opgjort_pr
    from aktiv_indsats
    where kategori = 'anbringelse' and plus_maaneder(begin_dato, $maaneder) <= opgjort_pr
),

-- the law asks for visits to the place, with a talk with the child
besoegt as (
    select
        anbragt.sag_id,
        anbragt.opgjort_pr,
        count(distinct opfoelgning.dato) as dage
    from anbragt
    inner join opfoelgninger as opfoelgning
        on
            anbragt.sag_id = opfoelgning.sag_id
            and opfoelgning.dato > plus_maaneder(anbragt.opgjort_pr, -$maaneder)
            and opfoelgning.dato <= anbragt.opgjort_pr
    where
        opfoelgning.form in ('moede', 'besoeg')
        and opfoelgning.tilsyn_paa_anbringelsessted
        and opfoelgning.talt_med_barnet
    group by anbragt.sag_id, anbragt.opgjort_pr
)

insert into enhed_beholdning by name
select
    anbragt.sag_id as enhed_id,
    anbragt.sag_id,
    anbragt.opgjort_pr,
    case when besoegt.dage >= $besoeg then 'opfyldt' else 'ikke_opfyldt' end as udfald,
    'mangler' as aarsag
from anbragt
left join besoegt on anbragt.sag_id = besoegt.sag_id and anbragt.opgjort_pr = besoegt.opgjort_pr
