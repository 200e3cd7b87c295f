-- one row per row that names a row of another case; appended to fund
insert into fund
select
    henvisning.linje,
    $kolonne as kolonne,
    'advarsel' as alvor,
    'Rækken, der henvises til i ' || $til || ', har et andet ' || $deler as aarsag,
    true as egen
from henvisning
inner join henvist on henvisning.noegle = henvist.noegle
where henvisning.deler != henvist.deler;
