-- one row: the month or quarter asked for
select
    periode,
    periodetype,
    opgjort_pr,
    foreloebig
from periode
where periode = $periode and periodetype <> 'rullende12';
