-- one row per unit with a deadline that is open on the reported day
create temp table aabne as
select
    frist.indikator_id,
    frist.enhed_id,
    frist.sag_id,
    false as har_eget_team,
    frist.egen_team_id,
    frist.egen_raadgiver_id,
    frist.startdato,
    frist.frist_dato,
    $opgjort_pr::date as referencedato,
    frist.frist_dato <= $opgjort_pr as overskredet
from frist_enhed as frist
where
    frist.paa_fristliste
    and frist.startdato <= $opgjort_pr
    and not coalesce(frist.gjort_dato <= $opgjort_pr, false)
    and not coalesce(frist.undtaget_dato <= $opgjort_pr, false)
    and not coalesce(frist.bortfaldet_dato <= $opgjort_pr, false)
    and not coalesce(frist.lukket_dato <= $opgjort_pr, false)
union all
-- measures whose next meeting is due: every one of the stock, late from the day after
select
    indikator_id,
    enhed_id,
    sag_id,
    false as har_eget_team,
    null as egen_team_id,
    null as egen_raadgiver_id,
    startdato,
    frist_dato,
    $opgjort_pr::date as referencedato,
    frist_dato < $opgjort_pr as overskredet
from enhed_beholdning
where frist_dato is not null and opgjort_pr = $opgjort_pr;

create table ud.fristliste as
select
    $plan_id as plan_id,
    indikator_id,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    startdato,
    frist_dato,
    case when overskredet then 'overskredet' else 'kommende' end as tilstand,
    abs(frist_dato - referencedato) as dage
from med_ansvar('aabne')
order by all;
