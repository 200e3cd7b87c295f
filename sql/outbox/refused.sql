-- one row per extract: rows set aside in the delivery reported and in the one before it
with
leverance as (select * from leverance),

fil as (select * from leverance_fil),

nyeste as (
    select
        leverance_id,
        row_number() over (order by udtraeksdato desc, leverance_id desc) as nr
    from leverance
    where udtraeksdato <= (select udtraeksdato from opgoerelse)
)

select
    fil.extract,
    sum(fil.karantaene) filter (where nyeste.nr = 1)::bigint as nu,
    sum(fil.karantaene) filter (where nyeste.nr = 2)::bigint as foer
from fil
inner join nyeste on fil.leverance_id = nyeste.leverance_id
where nyeste.nr <= 2
group by fil.extract
order by fil.extract;
