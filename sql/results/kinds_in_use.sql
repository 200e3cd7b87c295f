-- one row per kind that some indicator and source has, in the order they run
select distinct
    'values' as folder,
    vaerditype as kind
from serie
union all
select distinct
    'targets' as folder,
    maaltype as kind
from serie
order by folder desc, kind asc;
