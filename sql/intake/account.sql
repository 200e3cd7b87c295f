-- one row per fault of a quarantined row, and one per warning of an accepted row; appended to the delivery
insert into lev.karantaene
select
    $leverance_id as leverance_id,
    $extract as extract,
    linje,
    kolonne,
    aarsag
from fund
where alvor = 'karantaene';

insert into lev.advarsel
select
    $leverance_id as leverance_id,
    $extract as extract,
    fund.linje,
    fund.kolonne,
    fund.aarsag
from fund
anti join i_karantaene on fund.linje = i_karantaene.linje
where fund.alvor = 'advarsel';

-- one row: how the file's rows were divided
with
advarede as (
    select distinct fund.linje
    from fund
    anti join i_karantaene on fund.linje = i_karantaene.linje
    where fund.alvor = 'advarsel'
)

select
    $laest::bigint as laest,
    (select count(*) from dublet) as dubletter,
    (select count(*) from i_karantaene) as karantaene,
    coalesce((select count_if(egen) from i_karantaene), 0) as egne,
    (select count(*) from advarede) as advarsler;
