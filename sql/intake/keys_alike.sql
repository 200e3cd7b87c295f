-- one row per row whose key is another row's but for upper and lower case; appended to fund
-- These keys name folders, and some file systems would put both rows' reports in one.
insert into fund
with
ens as (
    select lower(noegle) as noegle
    from raekkenoegle
    group by lower(noegle)
    having count(distinct noegle) > 1
)

select
    raekkenoegle.linje,
    $kolonne as kolonne,
    'karantaene' as alvor,
    'Kun store og små bogstaver skiller nøglen fra en anden rækkes' as aarsag,
    true as egen
from raekkenoegle
semi join ens on lower(raekkenoegle.noegle) = ens.noegle;
