-- one row per case and day its highest step on the ladder of measures changed
create view ud.indsatstrappe_skift as
with
indsats as (
    select
        sag_id,
        indsatstrin,
        begin_dato,
        ende_dato
    from indsatsforloeb()
    where indsatstrin is not null
),

-- the only days a case's step can change
dage as (
    select distinct
        sag_id,
        unnest([begin_dato, ende_dato]) as dag
    from indsats
),

trin as (
    select
        dage.sag_id,
        dage.dag,
        max(indsats.indsatstrin) filter (
            where
            indsats.begin_dato <= dage.dag
            and (indsats.ende_dato is null or indsats.ende_dato > dage.dag)
        ) as til_trin
    from dage
    inner join indsats on dage.sag_id = indsats.sag_id
    cross join opgoerelse
    where dage.dag <= opgoerelse.opgjort_pr
    group by dage.sag_id, dage.dag
),

med_foer as (
    select
        trin.*,
        lag(trin.til_trin) over (
            partition by trin.sag_id
            order by trin.dag
        ) as fra_trin
    from trin
)

select
    sag_id,
    dag as dato,
    kvartal(dag) as kvartal,
    fra_trin,
    til_trin,
    case
        when fra_trin is null then 'begyndt'
        when til_trin is null then 'ophoert'
        when til_trin > fra_trin then 'op'
        else 'ned'
    end as retning
from med_foer
where fra_trin is distinct from til_trin
order by sag_id, dag;
