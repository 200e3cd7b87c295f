-- one row per extract the intake had a warning about
select distinct extract
from lev.main.advarsel
order by extract;
