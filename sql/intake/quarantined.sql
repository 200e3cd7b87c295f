-- one row per quarantined row; egen is false where it falls only because of the rows it refers to
insert into i_karantaene
select
    linje,
    bool_or(egen) as egen
from fund
where alvor = 'karantaene'
group by linje;
