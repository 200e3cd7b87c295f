-- one row per link of a chain of deadlines, and per base and day made up on while its next link is open

insert into bedoemmelse by name
select
    led.plan_id,
    led.indikator_id,
    led.kilde,
    led.enhed_id || '@' || strftime(led.anker, '%Y-%m-%d') as enhed_id,
    base.sag_id,
    base.har_eget_team,
    base.egen_team_id,
    base.egen_raadgiver_id,
    base.gruppe,
    led.anker as startdato,
    led.frist_dato,
    led.foerste_opfoelgning as haendelsesdato,
    led.frist_dato as periodedag,
    least(led.foerste_opfoelgning, led.frist_dato) as referencedato,
    led.foerste_opfoelgning as dokumenteret_dato,
    'for_sent' as aarsag_dokumenteret,
    case when led.foerste_opfoelgning <= led.frist_dato then 'opfyldt' else 'ikke_opfyldt' end as udfald
from kadence_led as led
inner join kadence_base as base
    on led.plan_id = base.plan_id and led.indikator_id = base.indikator_id and led.enhed_id = base.enhed_id;

-- one row per base in force and day: what it was last followed up on, and when it is due next
create temp macro kadence_naeste(dage) as table
    select
        base.*,
        dag.opgjort_pr,
        coalesce(seneste.dato, base.startdato) as anker,
        case
            when seneste.dato is null
                then plus_interval(base.startdato, base.foerste_maaneder, base.foerste_dage)
            else plus_interval(seneste.dato, base.senere_maaneder, base.senere_dage)
        end as frist_dato
    from kadence_base as base
    inner join query_table(dage) as dag
        on base.plan_id = dag.plan_id and er_aktiv(base.startdato, base.slutdato, dag.opgjort_pr)
    left join lateral (
        select list_filter(base.datoer, lambda dato: dato <= dag.opgjort_pr)[-1] as dato
    ) as seneste on true
    where base.led = 'alle' or (base.led = 'foerste') = (seneste.dato is null);

-- one row per plan and month computed
create temp view opgoerelsesmaaned as
select
    plan_id,
    opgjort_pr
from raekkemaaned
where opgoeres;

insert into bedoemmelse by name
select
    plan_id,
    indikator_id,
    kilde,
    enhed_id || '@' || strftime(anker, '%Y-%m-%d') as enhed_id,
    sag_id,
    har_eget_team,
    egen_team_id,
    egen_raadgiver_id,
    gruppe,
    anker as startdato,
    frist_dato,
    opgjort_pr,
    opgjort_pr as referencedato,
    'afventer' as udfald
from kadence_naeste('opgoerelsesmaaned')
where opgjort_pr < frist_dato;
