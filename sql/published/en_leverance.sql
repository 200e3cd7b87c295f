-- the bookkeeping of one delivery, appended
insert into ud.leverance by name
select
    leverance_id,
    udtraeksdato,
    indlaest_tidspunkt,
    indhold_sha256
from en_leverance.leverance;

insert into ud.leverance_fil by name
select
    leverance_id,
    extract,
    sha256,
    laest,
    accepteret,
    dubletter,
    karantaene,
    advarsler
from en_leverance.leverance_fil
order by extract;

insert into ud.karantaene by name
select
    leverance_id,
    extract,
    linje,
    kolonne,
    aarsag
from en_leverance.karantaene
order by all;
