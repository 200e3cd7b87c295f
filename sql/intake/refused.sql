-- one row per row and value that the expectations refuse; appended to fund
insert into fund
with
felter as (
    select
        linje,
        unnest(felter, recursive := true)
    from mulige
)

select
    felter.linje,
    afvist.kolonne,
    afvist.alvor,
    afvist.aarsag,
    true as egen
from felter
inner join afvist on felter.kolonne = afvist.kolonne and felter.raa is not distinct from afvist.raa;
