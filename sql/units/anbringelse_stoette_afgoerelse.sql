-- one row per case with an active placement of a child and day made up on
with anbragt as (
    select distinct
        aktiv.sag_id,
        aktiv.opgjort_pr
    from aktiv_indsats as aktiv
    inner join sager on aktiv.sag_id = sager.sag_id
    where
        aktiv.kategori = 'anbringelse'
        and not coalesce(er_fyldt(sager.foedselsdato, $under_alder, aktiv.opgjort_pr), false)
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when exists (
            select 1
            from handleplaner as plan
            where
                plan.sag_id = anbragt.sag_id
                and plan.type = 'foraeldre'
                and plan.afgoerelse_stoette_dato <= anbragt.opgjort_pr
        ) then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald,
    'mangler' as aarsag
from anbragt
