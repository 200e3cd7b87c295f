-- one row per key of one extract: whether a row with it was accepted; appended to noegler
insert into noegler
select
    $extract as extract,
    raekkenoegle.noegle,
    bool_and(i_karantaene.linje is null) as accepteret
from raekkenoegle
left join i_karantaene on raekkenoegle.linje = i_karantaene.linje
group by raekkenoegle.noegle;
