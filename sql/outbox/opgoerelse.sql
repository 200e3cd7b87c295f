-- one row: the run that the mails tell of
select
    plan_id,
    periode,
    periodetype,
    opgjort_pr,
    udtraeksdato,
    foreloebig
from opgoerelse;
