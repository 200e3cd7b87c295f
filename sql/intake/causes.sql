-- one row per extract, column and reason: how many rows have it, and the first line with it
select
    extract,
    kolonne,
    aarsag,
    count(distinct linje) as raekker,
    min(linje) as linje
from query_table($tabel)
group by extract, kolonne, aarsag
order by extract asc, raekker desc, linje asc, kolonne asc, aarsag asc;
