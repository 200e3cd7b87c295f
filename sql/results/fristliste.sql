-- one row per deadline that is open on the reported day: passed, or still to come

-- one row per plan: the day, as the chains of deadlines ask for it
create temp view fristlistedag as
select
    plan_id,
    getvariable('opgjort_pr')::date as opgjort_pr
from ud.plan;

create temp table aaben_frist as
select
    frist.plan_id,
    frist.indikator_id,
    frist.enhed_id,
    frist.sag_id,
    false as har_eget_team,
    frist.egen_team_id,
    frist.egen_raadgiver_id,
    frist.startdato,
    frist.frist_dato,
    dag.opgjort_pr as referencedato
from frist_enhed as frist
inner join fristlistedag as dag on frist.plan_id = dag.plan_id
where
    frist.paa_fristliste
    and not frist.undtaget
    and frist.startdato <= dag.opgjort_pr
    and er_i_kraft(frist.kraft_fra, frist.kraft_til, dag.opgjort_pr)
    and (frist.kraft_fra is null or frist.kraft_fra <= frist.frist_dato)
    and not coalesce(frist.gjort_dato <= dag.opgjort_pr, false)
    and not coalesce(frist.fristliste_til <= dag.opgjort_pr, false)
    and not coalesce(frist.bortfaldet_dato <= dag.opgjort_pr, false)
    and not coalesce(frist.lukket_dato <= dag.opgjort_pr, false)
union all
select
    plan_id,
    indikator_id,
    enhed_id,
    sag_id,
    har_eget_team,
    egen_team_id,
    egen_raadgiver_id,
    anker as startdato,
    frist_dato,
    opgjort_pr as referencedato
from kadence_naeste('fristlistedag');

create table ud.fristliste as
select
    plan_id,
    indikator_id,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    startdato,
    frist_dato,
    case when frist_dato <= referencedato then 'overskredet' else 'kommende' end as tilstand,
    abs(frist_dato - referencedato) as dage
from med_ansvar('aaben_frist')
order by all;
