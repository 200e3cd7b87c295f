-- one row per month and step: where on the ladder of measures the open cases stand
create view ud.indsatstrappe as
with
aktive as (
    select
        maaned.maaned,
        indsats.sag_id,
        indsats.indsats_id,
        indsats.indsatstrin as trin,
        max(indsats.indsatstrin) over (partition by maaned.maaned, indsats.sag_id) as hoejeste
    from maaneder() as maaned
    inner join indsatsforloeb() as indsats
        on
            maaned.opgjort_pr >= indsats.begin_dato
            and (indsats.ende_dato is null or indsats.ende_dato > maaned.opgjort_pr)
    where indsats.indsatstrin is not null
),

alle_trin as (
    select
        maaned.maaned,
        trin.trin
    from maaneder() as maaned
    cross join (select unnest([1, 2, 3, 4, 5]) as trin) as trin
)

select
    alle_trin.maaned,
    alle_trin.trin,
    count(distinct aktive.sag_id) filter (where aktive.hoejeste = alle_trin.trin) as sager,
    count(aktive.indsats_id) as indsatser
from alle_trin
left join aktive on alle_trin.maaned = aktive.maaned and alle_trin.trin = aktive.trin
group by alle_trin.maaned, alle_trin.trin
order by alle_trin.maaned, alle_trin.trin;
