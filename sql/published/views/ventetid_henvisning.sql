-- one row per referral
create view ud.ventetid_henvisning as
select
    v.henvisning_id,
    v.sag_id,
    v.indsats_id,
    v.tilbud,
    kvartal(v.henvist_dato) as kvartal,
    v.henvist_dato,
    case when v.igangsat_dato <= opgoerelse.opgjort_pr then v.igangsat_dato end as igangsat_dato,
    case
        when v.igangsat_dato <= opgoerelse.opgjort_pr then 'igangsat'
        when v.bortfaldet_dato <= opgoerelse.opgjort_pr then 'bortfaldet'
        else 'venter'
    end as tilstand,
    case
        when v.igangsat_dato <= opgoerelse.opgjort_pr then v.igangsat_dato - v.henvist_dato
        when v.bortfaldet_dato <= opgoerelse.opgjort_pr then v.bortfaldet_dato - v.henvist_dato
        else opgoerelse.opgjort_pr - v.henvist_dato
    end as dage
from ventetider as v
cross join opgoerelse
where v.henvist_dato <= opgoerelse.opgjort_pr
order by v.henvist_dato, v.henvisning_id;
