-- one row per measured unit and month

create table ud.indikator_raekke as
with ansvar as (
    select *
    from med_ansvar('bedoemmelse')
),

-- by the day it belongs to, and by the day it was made up on: both with the month's own horizon
i_maaned as (
    select
        ansvar.* exclude (opgjort_pr),
        maaned.periode,
        maaned.opgjort_pr
    from ansvar
    inner join raekkemaaned as maaned
        on ansvar.plan_id = maaned.plan_id and date_trunc('month', ansvar.periodedag)::date = maaned.foerste_dag
    where ansvar.periodedag <= maaned.opgjort_pr
    union all
    select
        ansvar.* exclude (opgjort_pr),
        maaned.periode,
        maaned.opgjort_pr
    from ansvar
    inner join raekkemaaned as maaned
        on ansvar.plan_id = maaned.plan_id and ansvar.opgjort_pr = maaned.opgjort_pr
    where maaned.opgoeres
)

select
    i_maaned.plan_id,
    i_maaned.indikator_id,
    i_maaned.kilde,
    'maaned' as periodetype,
    i_maaned.periode,
    i_maaned.enhed_id,
    i_maaned.sag_id,
    i_maaned.team_id,
    i_maaned.raadgiver_id,
    i_maaned.team_siden,
    i_maaned.startdato,
    i_maaned.referencedato,
    i_maaned.frist_dato,
    case when i_maaned.haendelsesdato <= i_maaned.opgjort_pr then i_maaned.haendelsesdato end as haendelsesdato,
    i_maaned.udfald,
    case
        when i_maaned.udfald <> 'ikke_opfyldt' then null
        when i_maaned.aarsag is not null then i_maaned.aarsag
        when i_maaned.dokumenteret_dato <= i_maaned.opgjort_pr then i_maaned.aarsag_dokumenteret
        else 'mangler'
    end as aarsag,
    case
        when i_maaned.kilde = indikator.kilde and indikator.vaerditype in ('antal', 'rate') then 1
        else i_maaned.vaerdi
    end as vaerdi,
    i_maaned.kategori,
    i_maaned.gruppe
from i_maaned
inner join ud.indikator as indikator
    on i_maaned.plan_id = indikator.plan_id and i_maaned.indikator_id = indikator.indikator_id;

drop table bedoemmelse;
