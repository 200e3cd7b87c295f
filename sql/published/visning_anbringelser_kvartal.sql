-- one row per quarter and kind of placement
create view ud.anbringelser_kvartal as
with
-- the first month computed, or the first posted if that is earlier
begyndelse as (
    select min(foerste_dag) as dag
    from periode
    where periodetype = 'maaned'
    union all
    select min((maaned || '-01')::date) as dag
    from udgifter
),

nu as (
    select
        opgoerelse.opgjort_pr,
        date_trunc('quarter', min(begyndelse.dag))::date as foerste_dag
    from opgoerelse
    cross join begyndelse
    group by opgoerelse.opgjort_pr
),

anbringelse as (
    select
        indsatser.indsats_id,
        sager.barn_id,
        coalesce(indsatser.anbringelsessted, 'ukendt') as anbringelsessted,
        greatest(indsatser.start_dato, nu.foerste_dag) as fra,
        -- the first day the child is no longer placed
        least(
            coalesce(indsatser.slut_dato, 'infinity'::date),
            coalesce(indsatser.bortfaldet_dato, 'infinity'::date),
            coalesce(sager.lukket_dato, 'infinity'::date),
            nu.opgjort_pr + 1
        ) as til
    from indsatser
    inner join sager on indsatser.sag_id = sager.sag_id
    cross join nu
    where indsatser.kategori = 'anbringelse' and indsatser.start_dato <= nu.opgjort_pr
),

-- a child in two placements of a kind on one day is one child
doegn as (
    select distinct
        barn_id,
        anbringelsessted,
        unnest(range(fra, til, interval 1 day))::date as dag
    from anbringelse
),

anbragt as (
    select
        date_trunc('quarter', dag)::date as foerste_dag,
        anbringelsessted,
        count(*) as doegn,
        count(distinct barn_id) as boern,
        count(*)::double / max(dayofyear(make_date(year(dag), 12, 31))) as helaar
    from doegn
    group by date_trunc('quarter', dag)::date, anbringelsessted
),

udgift as (
    select
        date_trunc('quarter', (udgifter.maaned || '-01')::date)::date as foerste_dag,
        anbringelse.anbringelsessted,
        sum(udgifter.beloeb) as beloeb,
        sum(udgifter.budget) as budget
    from udgifter
    inner join anbringelse on udgifter.indsats_id = anbringelse.indsats_id
    cross join nu
    where (udgifter.maaned || '-01')::date <= nu.opgjort_pr
    group by date_trunc('quarter', (udgifter.maaned || '-01')::date)::date, anbringelse.anbringelsessted
),

-- a quarter has a price only when it is over and every month of it has been posted
bogfoert as (
    select
        date_trunc('quarter', (udgifter.maaned || '-01')::date)::date as foerste_dag,
        count(distinct udgifter.maaned) as maaneder
    from udgifter
    cross join nu
    where (udgifter.maaned || '-01')::date <= nu.opgjort_pr
    group by date_trunc('quarter', (udgifter.maaned || '-01')::date)::date
)

select
    kvartal(foerste_dag) as kvartal,
    anbringelsessted,
    coalesce(anbragt.boern, 0) as boern,
    coalesce(anbragt.doegn, 0) as doegn,
    coalesce(anbragt.helaar, 0) as helaarsanbragte,
    udgift.beloeb::decimal(18, 2) as udgift,
    udgift.budget::decimal(18, 2) as budget,
    coalesce(bogfoert.maaneder, 0) as bogfoerte_maaneder,
    case
        when bogfoert.maaneder = 3 and (foerste_dag + to_months(3))::date - 1 <= nu.opgjort_pr
            then udgift.beloeb::double / nullif(anbragt.helaar, 0)
    end as udgift_pr_helaarsanbragt
from anbragt
full outer join udgift using (foerste_dag, anbringelsessted)
left join bogfoert using (foerste_dag)
cross join nu
order by foerste_dag, anbringelsessted;

comment on view ud.anbringelser_kvartal is 'Hvor mange er anbragt, hvor, og hvad koster det? Et kvartal, der ikke er slut, er regnet til opgørelsesdagen. Nøgle: kvartal, anbringelsessted. Sorteret efter kvartal og anbringelsessted.';
comment on column ud.anbringelser_kvartal.kvartal is 'Kvartalet (åååå-Kn).';
comment on column ud.anbringelser_kvartal.anbringelsessted is 'Anbringelsesstedets art; ukendt, når den mangler.';
comment on column ud.anbringelser_kvartal.boern is 'Antal børn anbragt mindst ét døgn i kvartalet. Et barn, der har været to slags steder, tæller med i begge, så slagsene kan ikke lægges sammen.';
comment on column ud.anbringelser_kvartal.doegn is 'Antal anbringelsesdøgn: startdagen tæller med, slutdagen ikke. Et barn med to anbringelser af samme slags på samme dag har ét døgn, af to slags et i hver.';
comment on column ud.anbringelser_kvartal.helaarsanbragte is 'Anbringelsesdøgn divideret med årets antal dage; fire kvartaler giver årets helårsanbragte.';
comment on column ud.anbringelser_kvartal.udgift is 'Udgift i kroner til kvartalets anbringelser. Tom uden posteringer.';
comment on column ud.anbringelser_kvartal.budget is 'Budget i kroner.';
comment on column ud.anbringelser_kvartal.bogfoerte_maaneder is 'Antal af kvartalets måneder, der er posteringer fra (af alle slags); 3 i et fuldt bogført kvartal.';
comment on column ud.anbringelser_kvartal.udgift_pr_helaarsanbragt is 'Udgift i kroner pr. helårsanbragt, altså prisen for et barn et helt år; har barnet to anbringelser af samme slags, er begges udgift med. Tom, når kvartalet ikke er slut eller mangler posteringer fra en måned.';
