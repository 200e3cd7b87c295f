-- one row per row that repeats an earlier row of its file in every value
create or replace temp table dublet as
select linje
from aftryk
qualify row_number() over (partition by aftryk order by linje) > 1;
