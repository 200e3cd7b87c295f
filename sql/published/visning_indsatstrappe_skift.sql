-- one row per case and day its highest step on the ladder of measures changed
create view ud.indsatstrappe_skift as
with
indsats as (
    select
        indsatser.sag_id,
        indsatser.indsatstrin,
        indsatser.start_dato,
        indsatser.slut_dato,
        indsatser.bortfaldet_dato,
        sager.lukket_dato
    from indsatser
    inner join sager on indsatser.sag_id = sager.sag_id
    where indsatser.indsatstrin is not null and indsatser.start_dato is not null
),

-- the only days a case's step can change
dage as (
    select distinct
        sag_id,
        unnest([start_dato, slut_dato, bortfaldet_dato, lukket_dato]) as dag
    from indsats
),

trin as (
    select
        dage.sag_id,
        dage.dag,
        max(indsats.indsatstrin) filter (
            where
            aktiv_paa(
                indsats.start_dato,
                indsats.slut_dato,
                indsats.bortfaldet_dato,
                indsats.lukket_dato,
                dage.dag
            )
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

comment on view ud.indsatstrappe_skift is 'Hvornår flytter en sag sig på indsatstrappen? En sags trin er det højeste blandt dens indsatser i gang. Nøgle: sag_id, dato. Sorteret efter sag_id og dato.';
comment on column ud.indsatstrappe_skift.sag_id is 'Sagens id.';
comment on column ud.indsatstrappe_skift.dato is 'Den dag, trinnet skiftede.';
comment on column ud.indsatstrappe_skift.kvartal is 'Kvartalet, det skete i (åååå-Kn).';
comment on column ud.indsatstrappe_skift.fra_trin is 'Trinnet før, 1 til 5; tom, når ingen indsats var i gang.';
comment on column ud.indsatstrappe_skift.til_trin is 'Trinnet efter, 1 til 5; tom, når ingen indsats længere er i gang.';
comment on column ud.indsatstrappe_skift.retning is 'op (til et højere trin), ned, begyndt (fra ingen indsats) eller ophoert (til ingen indsats).';
