-- earlier results held against the present ones: what of them is measured as now, and which indicators are not

-- one row per indicator that both have, by another definition
create view tidligere.main.anderledes as
select
    nu.plan_id,
    nu.indikator_id
from kandidat.main.indikator as nu
inner join gammel.main.indikator as foer
    on nu.plan_id = foer.plan_id and nu.indikator_id = foer.indikator_id
where
    (nu.art, nu.vaerditype, nu.taeller_tekst, nu.naevner_tekst)
    <> (foer.art, foer.vaerditype, foer.taeller_tekst, foer.naevner_tekst);

-- one row per plan, indicator, source, period and team of what can be compared; columns of today, empty where lacking
create view tidligere.main.indikator_resultat as
with
foer as (
    select * from gammel.main.indikator_resultat
    union all by name
    select * from kandidat.main.indikator_resultat
    where false
)

select foer.*
from foer
anti join tidligere.main.anderledes as anderledes
    on foer.plan_id = anderledes.plan_id and foer.indikator_id = anderledes.indikator_id;
