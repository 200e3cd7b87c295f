-- one row per step of the ladder of measures: children whose highest step it is on $nu, was on $foer, and the moves
with
indsats as (select * from indsatser),

sag as (select * from sager),

dag as (
    select
        unnest(['nu', 'foer']) as hvornaar,
        unnest([$nu::date, $foer::date]) as dato
),

barn as (
    select
        sag.barn_id,
        max(indsats.indsatstrin) filter (where dag.hvornaar = 'nu') as nu,
        max(indsats.indsatstrin) filter (where dag.hvornaar = 'foer') as foer
    from indsats
    inner join sag on indsats.sag_id = sag.sag_id
    inner join dag
        on
            indsats.start_dato <= dag.dato
            and (indsats.slut_dato is null or indsats.slut_dato > dag.dato)
            and (indsats.bortfaldet_dato is null or indsats.bortfaldet_dato > dag.dato)
            and (sag.lukket_dato is null or sag.lukket_dato > dag.dato)
    where indsats.indsatstrin is not null
    group by sag.barn_id
)

select
    trin.trin,
    count(*) filter (where barn.nu = trin.trin) as nu,
    count(*) filter (where barn.foer = trin.trin) as foer,
    count(*) filter (where barn.nu = trin.trin and barn.foer < trin.trin) as op,
    count(*) filter (where barn.nu = trin.trin and barn.foer > trin.trin) as ned,
    count(*) filter (where barn.nu = trin.trin and barn.foer is null) as nye,
    count(*) filter (where barn.foer = trin.trin and barn.nu is null) as forladt
from (select unnest([1, 2, 3, 4, 5]) as trin) as trin
left join barn on trin.trin in (barn.nu, barn.foer)
group by trin.trin
order by trin.trin;
