-- one row per active placement and day made up on
insert into enhed_beholdning by name
select
    indsats_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when anbringelsessted is null then 'undtaget'
        when list_contains($steder, anbringelsessted) then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald,
    'indhold' as aarsag
from aktiv_indsats
where kategori = 'anbringelse'
