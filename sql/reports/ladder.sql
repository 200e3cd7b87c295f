-- one row per step of the ladder of measures: children whose highest step it is on $nu, was on $foer, the moves, and
-- which kind of measure there is most of on it now
with
indsats as (select * from indsatser),

sag as (select * from sager),

dag as (
    select
        unnest(['nu', 'foer']) as hvornaar,
        unnest([$nu::date, $foer::date]) as dato
),

aktiv as (
    select
        dag.hvornaar,
        sag.barn_id,
        indsats.indsatstrin as trin,
        case
            when indsats.kategori = 'anbringelse' then coalesce(indsats.anbringelsessted, indsats.kategori)
            else indsats.kategori
        end as slags
    from indsats
    inner join sag on indsats.sag_id = sag.sag_id
    inner join dag
        on
            indsats.start_dato <= dag.dato
            and (indsats.slut_dato is null or indsats.slut_dato > dag.dato)
            and (indsats.bortfaldet_dato is null or indsats.bortfaldet_dato > dag.dato)
            and (sag.lukket_dato is null or sag.lukket_dato > dag.dato)
    where indsats.indsatstrin is not null
),

barn as (
    select
        barn_id,
        max(trin) filter (where hvornaar = 'nu') as nu,
        max(trin) filter (where hvornaar = 'foer') as foer
    from aktiv
    group by barn_id
),

slags as (
    select
        aktiv.trin,
        aktiv.slags,
        row_number() over (partition by aktiv.trin order by count(*) desc, aktiv.slags) as nr
    from aktiv
    inner join barn on aktiv.barn_id = barn.barn_id and aktiv.trin = barn.nu
    where aktiv.hvornaar = 'nu'
    group by aktiv.trin, aktiv.slags
)

select
    trin.trin,
    count(*) filter (where barn.nu = trin.trin) as nu,
    count(*) filter (where barn.foer = trin.trin) as foer,
    count(*) filter (where barn.nu = trin.trin and barn.foer < trin.trin) as op,
    count(*) filter (where barn.nu = trin.trin and barn.foer > trin.trin) as ned,
    count(*) filter (where barn.nu = trin.trin and barn.foer is null) as nye,
    count(*) filter (where barn.foer = trin.trin and barn.nu is null) as forladt,
    any_value(slags.slags) as mest
from (select unnest([1, 2, 3, 4, 5]) as trin) as trin
left join barn on trin.trin in (barn.nu, barn.foer)
left join slags on trin.trin = slags.trin and slags.nr = 1
group by trin.trin
order by trin.trin;
