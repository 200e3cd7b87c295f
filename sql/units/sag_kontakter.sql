-- one row per open case and day made up on: contacts and meetings in the months before
with kontakter as (
    select
        sag.sag_id,
        sag.opgjort_pr,
        count(aktivitet.dato) as antal
    from aaben_sag as sag
    left join aktiviteter as aktivitet
        on
            sag.sag_id = aktivitet.sag_id
            and aktivitet.type in ('kontakt', 'moede')
            and aktivitet.dato > plus_maaneder(sag.opgjort_pr, -$maaneder)
            and aktivitet.dato <= sag.opgjort_pr
    group by sag.sag_id, sag.opgjort_pr
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when antal = 0 then '0'
        when antal <= 2 then '1-2'
        when antal <= 5 then '3-5'
        else '6 eller flere'
    end as kategori
from kontakter
