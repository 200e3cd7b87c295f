-- one row per remark the mails must state, in order
select tekst
from bemaerkning
order by nr;
