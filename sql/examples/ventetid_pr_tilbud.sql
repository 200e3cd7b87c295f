-- én række pr. tilbud
-- Spørgsmål: Hvor længe venter familierne på hvert tilbud?
-- Læs: Dage. Medianen er af dem, der kom i gang de seneste tolv måneder; ved siden af står dem, der venter nu.
with nu as (select opgjort_pr from om)

select
    v.tilbud,
    count(*) filter (where v.tilstand = 'igangsat') as igangsat,
    median(v.dage) filter (where v.tilstand = 'igangsat') as median_dage,
    count(*) filter (where v.tilstand = 'venter') as venter_nu,
    max(v.dage) filter (where v.tilstand = 'venter') as laengste_ventetid_nu
from ventetid_henvisning as v
cross join nu
where
    v.tilstand = 'venter'
    or (v.tilstand = 'igangsat' and v.igangsat_dato > (nu.opgjort_pr - to_months(12))::date)
group by v.tilbud
order by median_dage desc nulls last, v.tilbud asc;
