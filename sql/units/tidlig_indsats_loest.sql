-- one row per early measure (section 11, 3) ended
insert into enhed_haendelse by name
select
    indsats_id as enhed_id,
    sag_id,
    slut_dato as dato,
    coalesce(slut_aarsag = 'maal_naaet', false) as opfyldt,
    case when slut_aarsag is null then 'mangler' else 'indhold' end as aarsag
from tidlig_indsats
where slut_dato is not null
