-- one row per cell of a count; a stock stands as it is, so only events have
-- limits
insert into opgjort by name
with talt as (
    select
        celle_nr,
        art,
        not uden_udtraek as maalt,
        case when not uden_udtraek then opgjort end as taeller
    from celle
    where vaerditype = 'antal'
)

select
    celle_nr,
    taeller,
    null::double as naevner,
    taeller as vaerdi,
    case when art <> 'beholdning' then poisson_nedre(taeller) end as ki_nedre,
    case when art <> 'beholdning' then poisson_oevre(taeller) end as ki_oevre,
    maalt,
    coalesce(taeller, 0) as antal,
    null::double as varians
from talt;
