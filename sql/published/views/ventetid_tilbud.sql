-- one row per measure offered and quarter of the referral
create view ud.ventetid_tilbud as
select
    v.tilbud,
    kvartal(v.henvist_dato) as kvartal,
    count(*) as henvist,
    count(*) filter (where v.igangsat_dato <= opgoerelse.opgjort_pr) as igangsat,
    count(*) filter (
        where
        coalesce(v.igangsat_dato > opgoerelse.opgjort_pr, true)
        and v.bortfaldet_dato <= opgoerelse.opgjort_pr
    ) as bortfaldet,
    count(*) filter (
        where
        coalesce(v.igangsat_dato > opgoerelse.opgjort_pr, true)
        and coalesce(v.bortfaldet_dato > opgoerelse.opgjort_pr, true)
    ) as venter,
    median(v.igangsat_dato - v.henvist_dato) filter (
        where v.igangsat_dato <= opgoerelse.opgjort_pr
    ) as median_dage,
    quantile_cont(v.igangsat_dato - v.henvist_dato, 0.9) filter (
        where v.igangsat_dato <= opgoerelse.opgjort_pr
    ) as dage_90_procent
from ventetider as v
cross join opgoerelse
where v.henvist_dato <= opgoerelse.opgjort_pr
group by v.tilbud, kvartal(v.henvist_dato)
order by v.tilbud, kvartal(v.henvist_dato);
