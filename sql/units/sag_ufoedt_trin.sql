-- one row per open case of a child unborn that day and day made up on
with ufoedte as (
    select
        sag.sag_id,
        sag.opgjort_pr,
        sagens_trin(sag.sag_id, sag.opgjort_pr) as trin,
        exists(
            select 1
            from aktiv_indsats as aktiv
            where aktiv.sag_id = sag.sag_id and aktiv.opgjort_pr = sag.opgjort_pr
        ) as har_indsats
    from aaben_sag as sag
    inner join sager on sag.sag_id = sager.sag_id
    where er_ufoedt(sager.sagstype, sager.foedselsdato, sag.opgjort_pr)
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when trin is not null then trin::varchar
        when har_indsats then 'ukendt'
        else 'ingen'
    end as kategori
from ufoedte
