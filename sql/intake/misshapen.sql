-- one row per row that does not fit its file's headings, but duplicates; appended to fund
insert into fund
select
    skaev.linje,
    null as kolonne,
    'karantaene' as alvor,
    skaev.aarsag,
    true as egen
from skaev
anti join dublet on skaev.linje = dublet.linje;
