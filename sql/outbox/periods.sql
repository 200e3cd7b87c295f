-- one row per period that the ledger knows: how many mails of it there are
with
alle as (
    select periode from forsendelse
    union
    select periode from haendelse
    union
    select periode from godkendelse
    union
    select periode from udbakke
)

select
    alle.periode,
    count(forsendelse.periode) as mails
from alle
left join forsendelse on alle.periode = forsendelse.periode
group by alle.periode
order by alle.periode;
