-- one row per quarantined row that does not fit its file's headings
select
    karantaeneaarsag.linje,
    karantaeneaarsag.kolonne,
    karantaeneaarsag.aarsag,
    skaev.felter
from skaev
inner join karantaeneaarsag on skaev.linje = karantaeneaarsag.linje
order by karantaeneaarsag.linje;
