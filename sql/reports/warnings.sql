-- one row per warning of the intake about a row of $extract, which names no case
with advarsel as (select * from lev.main.advarsel)

select
    'advarsel' as slags,
    'UKENDT' as team_id,
    null as raadgiver_id,
    null as sag_id,
    null as enhed_id,
    null::date as dato,
    extract,
    concat(kolonne, ': ', aarsag, ' (linje ', linje, ')') as hvad
from advarsel
where extract = $extract
order by linje, kolonne, aarsag;
