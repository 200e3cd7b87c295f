-- one row per row and value that the expectations refuse; appended to fund
insert into fund
with
felter as (
    select
        linje,
        unnest(felter) as felt
    from mulige
)

select
    felter.linje,
    afvist.kolonne,
    afvist.alvor,
    afvist.aarsag,
    true as egen
from felter
inner join afvist on felter.felt.kolonne = afvist.kolonne and felter.felt.raa is not distinct from afvist.raa;
