-- one row per quarter and kind of placement
create view ud.anbringelser_kvartal as
with nu as (
    select
        opgjort_pr,
        -- the first month computed, or the first posted if that is earlier
        date_trunc(
            'quarter',
            least((select min(foerste_dag) from maaneder()), (select min((maaned || '-01')::date) from udgifter))
        )::date as foerste_dag
    from opgoerelse
),

anbragt as (
    select
        date_trunc('quarter', doegn.dag)::date as foerste_dag,
        doegn.anbringelsessted,
        count(*) as doegn,
        count(distinct doegn.barn_id) as boern,
        count(*)::double / max(dayofyear(make_date(year(doegn.dag), 12, 31))) as helaar
    from anbringelsesdoegn() as doegn
    inner join nu on doegn.dag >= nu.foerste_dag
    group by date_trunc('quarter', doegn.dag)::date, doegn.anbringelsessted
),

postering as (
    select
        udgifter.maaned,
        udgifter.beloeb,
        udgifter.budget,
        date_trunc('quarter', (udgifter.maaned || '-01')::date)::date as foerste_dag,
        case
            when i.kategori = 'anbringelse' and i.begin_dato <= nu.opgjort_pr
                then coalesce(i.anbringelsessted, 'ukendt')
        end as anbringelsessted
    from udgifter
    cross join nu
    left join indsatsforloeb() as i on udgifter.indsats_id = i.indsats_id
    where (udgifter.maaned || '-01')::date <= nu.opgjort_pr
),

udgift as (
    select
        foerste_dag,
        anbringelsessted,
        sum(beloeb) as beloeb,
        sum(budget) as budget
    from postering
    where anbringelsessted is not null
    group by foerste_dag, anbringelsessted
),

-- a quarter has a price only when it is over and every month of it has been posted
bogfoert as (
    select
        foerste_dag,
        count(distinct maaned) as maaneder
    from postering
    group by foerste_dag
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
