-- one row per extract with quarantined rows: the fault most of them have, and the first line with it
select
    extract,
    kolonne,
    aarsag,
    count(*) as raekker,
    min(linje) as linje
from lev.karantaene
group by extract, kolonne, aarsag
qualify row_number() over (partition by extract order by count(*) desc, min(linje) asc, kolonne asc, aarsag asc) = 1
order by extract;
