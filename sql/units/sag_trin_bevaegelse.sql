-- one row per open case with a known step both on the day made up on and some months before
with trin as (
    select
        sag_id,
        opgjort_pr,
        sagens_trin(sag_id, opgjort_pr) as nu,
        sagens_trin(sag_id, plus_maaneder(opgjort_pr, -$maaneder)) as foer
    from aaben_sag
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when nu < foer then 'ned'
        when nu = foer then 'samme'
        else 'op'
    end as kategori
from trin
where nu is not null and foer is not null
