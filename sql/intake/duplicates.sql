-- one row per row that repeats an earlier row of its file in every value
insert into dublet
select linje
from aftryk
qualify row_number() over (partition by aftryk order by linje) > 1;
