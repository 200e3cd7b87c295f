-- one row per plan, indicator and definition: how the municipalities' values lie
create view ud.fordeling as
with
resultat as (
    select * from resultat
),

lagt as (
    select
        plan_id,
        indikator_id,
        definition,
        count(*) as kommuner,
        count(vaerdi) as med_vaerdi,
        count(*) filter (skjult) as skjulte,
        min(vaerdi) as mindste,
        quantile_cont(vaerdi, 0.25) as nedre_kvartil,
        median(vaerdi) as midterste,
        quantile_cont(vaerdi, 0.75) as oevre_kvartil,
        max(vaerdi) as stoerste
    from resultat
    group by plan_id, indikator_id, definition
)

select
    i.plan_id,
    i.indikator_id,
    i.definition,
    i.plan,
    i.titel,
    i.vaerdienhed,
    l.kommuner,
    l.med_vaerdi,
    l.skjulte,
    l.mindste,
    l.nedre_kvartil,
    l.midterste,
    l.oevre_kvartil,
    l.stoerste
from lagt as l
inner join indikator as i using (plan_id, indikator_id, definition)
order by i.plan_id, i.orden, i.definition;
