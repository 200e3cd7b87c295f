-- one row per quarantined row; egen is false where it falls only because of the rows it refers to
create or replace temp table i_karantaene as
select
    linje,
    bool_or(egen) as egen
from fund
where alvor = 'karantaene'
group by linje;
