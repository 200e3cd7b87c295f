-- one row per delivery and file
create view ud.datakvalitet as
select
    leverance.udtraeksdato,
    fil.leverance_id,
    fil.extract,
    fil.laest,
    fil.accepteret,
    fil.dubletter,
    fil.karantaene,
    fil.advarsler,
    100.0::double * fil.karantaene / nullif(fil.laest, 0) as karantaene_procent,
    100.0::double * fil.advarsler / nullif(fil.accepteret, 0) as advarsler_procent
from leverance_fil as fil
inner join leverance on fil.leverance_id = leverance.leverance_id
order by leverance.udtraeksdato, fil.leverance_id, fil.extract;
