-- one row per kind of placement with nights or costs from $fra to $til, and one without a kind for all other costs;
-- `maaneder` is how many months of the span anything is posted in at all
with
indsats as (
    select
        i.indsats_id,
        i.kategori,
        s.barn_id,
        coalesce(i.anbringelsessted, 'ukendt') as sted,
        greatest(i.start_dato, s.oprettet_dato) as begin_dato,
        coalesce(least(i.slut_dato, i.bortfaldet_dato, s.lukket_dato), $til + 1) as ende_dato
    from indsatser as i
    inner join sager as s on i.sag_id = s.sag_id
    where i.start_dato is not null
),

-- the day of the end is the first the child is no longer placed; two placements of a kind are one child
doegn as (
    select distinct
        sted,
        barn_id,
        unnest(range(greatest(begin_dato, $fra), least(ende_dato, $til + 1), interval 1 day)) as dag
    from indsats
    where kategori = 'anbringelse' and begin_dato <= $til
),

anbragt as (
    select
        sted,
        count(*) as doegn,
        count(distinct barn_id) as boern
    from doegn
    group by sted
),

postering as (
    select
        u.maaned,
        u.beloeb,
        u.budget,
        case when i.kategori = 'anbringelse' and i.begin_dato <= $til then i.sted end as sted
    from udgifter as u
    left join indsats as i on u.indsats_id = i.indsats_id
    where (u.maaned || '-01')::date between $fra and $til
),

udgift as (
    select
        sted,
        sum(beloeb) as beloeb,
        sum(budget) as budget
    from postering
    group by sted
)

select
    coalesce(anbragt.sted, udgift.sted) as sted,
    coalesce(anbragt.boern, 0) as boern,
    coalesce(anbragt.doegn, 0) as doegn,
    coalesce(udgift.beloeb, 0)::double as udgift,
    udgift.budget::double as budget,
    (select count(distinct maaned) from postering) as maaneder
from anbragt
full outer join udgift on anbragt.sted = udgift.sted
order by sted nulls last;
