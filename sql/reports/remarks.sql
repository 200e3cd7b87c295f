-- one row per remark about the run that every report states
select tekst
from bemaerkning
order by nr;
