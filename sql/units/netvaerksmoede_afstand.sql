-- one row per open case with two days of network meetings, the last of late, and day made up on
with moededage as (
    select
        sag.sag_id,
        sag.opgjort_pr,
        list_sort(list(distinct aktivitet.dato)) as dage
    from aaben_sag as sag
    inner join aktiviteter as aktivitet on sag.sag_id = aktivitet.sag_id and aktivitet.dato <= sag.opgjort_pr
    where aktivitet.undertype = 'netvaerksmoede'
    group by sag.sag_id, sag.opgjort_pr
),

afstande as (
    select
        sag_id,
        opgjort_pr,
        dage[-1] - dage[-2] as antal_dage
    from moededage
    where len(dage) >= 2 and dage[-1] > plus_maaneder(opgjort_pr, -$maaneder)
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when antal_dage < 42 then 'under 42'
        when antal_dage <= 56 then '42-56'
        else 'over 56'
    end as kategori
from afstande
