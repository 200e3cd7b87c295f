-- one row: the latest release of the mails of a plan and period
select
    plan_id,
    periode,
    godkendt_af,
    konto,
    tidspunkt,
    mails,
    publikation
from godkendelse
where plan_id = $plan_id and periode = $periode
order by rowid desc
limit 1;
