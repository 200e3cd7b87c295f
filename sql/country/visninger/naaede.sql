-- one row per plan, indicator and definition: how many of the municipalities reached their milestone
create view ud.naaede as
with
resultat as (
    select * from resultat
),

talt as (
    select
        plan_id,
        indikator_id,
        definition,
        count(*) as kommuner,
        count(*) filter (status in ('foran', 'naaet', 'bedre')) as naaede,
        count(*) filter (status in ('ikke_naaet', 'daarligere'))
            as naaede_ikke,
        count(*) filter (
            usikker and status in ('foran', 'naaet', 'bedre', 'ikke_naaet', 'daarligere')
        ) as usikre,
        count(*) filter (status is null) as skjulte
    from resultat
    group by plan_id, indikator_id, definition
)

select
    i.plan_id,
    i.indikator_id,
    i.definition,
    i.plan,
    i.titel,
    t.kommuner,
    t.naaede,
    t.naaede_ikke,
    t.usikre,
    t.skjulte,
    100 * t.naaede / nullif(t.naaede + t.naaede_ikke, 0) as andel_naaede
from talt as t
inner join indikator as i using (plan_id, indikator_id, definition)
order by i.plan_id, i.orden, i.definition;
