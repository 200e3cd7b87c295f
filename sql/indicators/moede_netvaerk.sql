-- one row per meeting
insert into enhed_haendelse by name
select
    enhed_id,
    sag_id,
    dato,
    coalesce(privat_netvaerk_deltog and professionelt_netvaerk_deltog, false) as opfyldt,
    case
        when not privat_netvaerk_deltog or not professionelt_netvaerk_deltog then 'indhold'
        else 'mangler'
    end as aarsag
from moede
