-- one row per caseworker whose name the delivery holds
select
    raadgiver_id,
    navn
from lev.data.raadgivere
where navn is not null
order by raadgiver_id;
