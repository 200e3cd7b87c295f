-- one row per municipality, by name
select
    kommune_id,
    navn,
    tilstand,
    med,
    udtraeksdato,
    laest,
    karantaene
from kommune
order by navn;
