-- one row per extract, column and reason why values were refused or taken as missing: how many rows, the first line
with
alle as (
    select
        extract,
        kolonne,
        aarsag,
        linje
    from lev.karantaene
    union all
    select
        extract,
        kolonne,
        aarsag,
        linje
    from lev.advarsel
)

select
    extract,
    kolonne,
    aarsag,
    count(*) as raekker,
    min(linje) as linje
from alle
where kolonne is not null
group by extract, kolonne, aarsag
order by extract, kolonne, aarsag;
