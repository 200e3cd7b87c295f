-- one row per handleplan for the child
insert into enhed_haendelse by name
select
    handleplan_id as enhed_id,
    sag_id,
    oprettet_dato as dato,
    coalesce(antal_maal between $mindst and $hoejst, false) as opfyldt,
    case when antal_maal is null then 'mangler' else 'indhold' end as aarsag
from handleplaner
where type = 'barn'
