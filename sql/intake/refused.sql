-- one row per row and refused value of one column; appended to fund
insert into fund
select
    felt.linje,
    afvist.kolonne,
    afvist.alvor,
    afvist.aarsag,
    true as egen
from felt
inner join afvist on felt.raa is not distinct from afvist.raa
where afvist.kolonne = $kolonne;
