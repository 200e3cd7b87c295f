-- one row per cell of a median, with the order statistics that hold it in 95 %
-- of samples whatever the distribution (Thompson 1936), from six units on
insert into opgjort by name
with vaegt as (
    select
        delcelle.celle_nr,
        fundet.vaerdi,
        fundet.antal
    from maanedsvaerdi as fundet
    inner join delcelle on fundet.del_nr = delcelle.del_nr
    where fundet.vaerditype = 'median'
),

rang as (
    select
        celle_nr,
        sum(antal)::bigint as antal,
        (sum(antal)::bigint + 1) // 2 as nederste,
        sum(antal)::bigint // 2 + 1 as oeverste,
        median_rang(sum(antal)::bigint) as ki_nedre,
        sum(antal)::bigint + 1 - median_rang(sum(antal)::bigint) as ki_oevre
    from vaegt
    group by celle_nr
),

-- whole numbers as doubles: exact, and far quicker to add up than hugeints
ordnet as (
    select
        celle_nr,
        vaerdi,
        sum(antal::double) over (
            partition by celle_nr
            order by vaerdi
            rows between unbounded preceding and current row
        ) as til_og_med
    from vaegt
),

-- the value of a rank is the smallest that so many units lie at or below
midten as (
    select
        rang.celle_nr,
        any_value(rang.antal) as antal,
        min(vaerdi) filter (where til_og_med >= nederste) as nederste,
        min(vaerdi) filter (where til_og_med >= oeverste) as oeverste,
        min(vaerdi) filter (where til_og_med >= ki_nedre) as ki_nedre,
        min(vaerdi) filter (where til_og_med >= ki_oevre) as ki_oevre
    from ordnet
    inner join rang on ordnet.celle_nr = rang.celle_nr
    group by rang.celle_nr
)

select
    celle.celle_nr,
    null::bigint as taeller,
    coalesce(midten.antal, 0) as naevner,
    (midten.nederste + midten.oeverste) / 2 as vaerdi,
    midten.ki_nedre,
    midten.ki_oevre,
    midten.antal is not null as maalt,
    coalesce(midten.antal, 0) as antal,
    null::double as varians
from celle
left join midten on celle.celle_nr = midten.celle_nr
where celle.vaerditype = 'median';
