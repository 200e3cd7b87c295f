-- one row per published file: the period it reports and what it was computed from
select
    plan_id,
    periode,
    periodetype,
    sidste_dag,
    opgjort_pr,
    udtraeksdato,
    foreloebig,
    program_version
from opgoerelse;
