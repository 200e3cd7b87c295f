-- one row per quarantined row: its columns at fault and the reasons, in the same order
create or replace temp table karantaeneaarsag as
select
    linje,
    string_agg(kolonne, ', ' order by kolonne, aarsag) as kolonne,
    string_agg(aarsag, '; ' order by kolonne, aarsag) as aarsag
from fund
where alvor = 'karantaene'
group by linje;
