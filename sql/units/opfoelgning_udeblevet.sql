-- one row per case and day a family did not come to what was agreed
insert into enhed_haendelse by name
select distinct
    sag_id || '@' || strftime(dato, '%Y-%m-%d') as enhed_id,
    sag_id,
    dato
from opfoelgninger
where form = 'udeblevet'
