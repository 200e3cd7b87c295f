-- one row: the run that the mails tell of
select
    plan_id,
    periode,
    udtraeksdato
from opgoerelse;
