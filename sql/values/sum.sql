-- one row per cell of a sum: money has no sampling error, so it has no limits
insert into opgjort by name
select
    celle_nr,
    null::bigint as taeller,
    opgjort as naevner,
    case when not uden_udtraek then beloeb::double end as vaerdi,
    null::double as ki_nedre,
    null::double as ki_oevre,
    not uden_udtraek as maalt,
    opgjort as antal,
    null::double as varians
from celle
where vaerditype = 'sum';
