-- one row per referral, and one per measure offered and quarter

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

comment on view ud.ventetid_henvisning is 'Hvor længe har hver familie ventet på et tilbud? Nøgle: henvisning_id. Sorteret efter henvist_dato, ældste først.';
comment on column ud.ventetid_henvisning.henvisning_id is 'Henvisningens id.';
comment on column ud.ventetid_henvisning.sag_id is 'Sagens id.';
comment on column ud.ventetid_henvisning.indsats_id is 'Id på den indsats, der er henvist til; tom, når den ikke er oplyst.';
comment on column ud.ventetid_henvisning.tilbud is 'Det tilbud, der er henvist til.';
comment on column ud.ventetid_henvisning.kvartal is 'Kvartalet, der blev henvist i (åååå-Kn).';
comment on column ud.ventetid_henvisning.henvist_dato is 'Den dag, der blev henvist.';
comment on column ud.ventetid_henvisning.igangsat_dato is 'Den dag, tilbuddet gik i gang; tom, når det ikke er sket senest på opgørelsesdagen.';
comment on column ud.ventetid_henvisning.tilstand is 'igangsat, bortfaldet eller venter på opgørelsesdagen.';
comment on column ud.ventetid_henvisning.dage is 'Antal dage fra henvisningen, til tilbuddet gik i gang eller henvisningen bortfaldt; for dem, der venter, til opgørelsesdagen.';

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

comment on view ud.ventetid_tilbud is 'Hvor længe venter man på hvert tilbud? Efter det kvartal, der blev henvist i. Nøgle: tilbud, kvartal. Sorteret efter tilbud og kvartal.';
comment on column ud.ventetid_tilbud.tilbud is 'Det tilbud, der er henvist til.';
comment on column ud.ventetid_tilbud.kvartal is 'Kvartalet, der blev henvist i (åååå-Kn).';
comment on column ud.ventetid_tilbud.henvist is 'Antal henvisninger.';
comment on column ud.ventetid_tilbud.igangsat is 'Antal, hvor tilbuddet er gået i gang.';
comment on column ud.ventetid_tilbud.bortfaldet is 'Antal, der er bortfaldet.';
comment on column ud.ventetid_tilbud.venter is 'Antal, der stadig venter på opgørelsesdagen.';
comment on column ud.ventetid_tilbud.median_dage is 'Den midterste ventetid i dage blandt de igangsatte. De, der stadig venter, er ikke med, så et nyt kvartal ser kortere ud, end det bliver.';
comment on column ud.ventetid_tilbud.dage_90_procent is 'Den ventetid i dage, som 90 procent af de igangsatte højst har haft.';
