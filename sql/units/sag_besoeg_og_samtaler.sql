-- one row per open case and day made up on: home visits and talks with the child in the months before
with moedt as (
    select
        sag_id,
        dato
    from aktiviteter
    where undertype = 'hjemmebesoeg'
    union all
    select
        sag_id,
        dato
    from boernesamtaler
    where udfald = 'afholdt'
)

insert into enhed_beholdning by name
select
    sag.sag_id as enhed_id,
    sag.sag_id,
    sag.opgjort_pr,
    count(moedt.dato) as vaerdi
from aaben_sag as sag
left join moedt
    on
        sag.sag_id = moedt.sag_id
        and moedt.dato > plus_maaneder(sag.opgjort_pr, -$maaneder)
        and moedt.dato <= sag.opgjort_pr
group by sag.sag_id, sag.opgjort_pr
