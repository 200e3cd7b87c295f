-- one row per meeting
insert into enhed_haendelse by name
select
    enhed_id,
    sag_id,
    dato,
    coalesce(privat_netvaerk_deltog and professionelt_netvaerk_deltog, false) as opfyldt,
    case
        when privat_netvaerk_deltog is null or professionelt_netvaerk_deltog is null then 'mangler'
        else 'indhold'
    end as aarsag
from moede
