-- one row per row that shares its key with another row; appended to fund
insert into fund
with
flere as (
    select noegle
    from raekkenoegle
    group by noegle
    having count(*) > 1
)

select
    raekkenoegle.linje,
    $kolonne as kolonne,
    'karantaene' as alvor,
    'Flere rækker har samme nøgle, men forskelligt indhold' as aarsag,
    true as egen
from raekkenoegle
semi join flere on raekkenoegle.noegle = flere.noegle;
