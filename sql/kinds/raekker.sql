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

-- survey answers are published without the team they came from
create temp table besvarelse as
select *
from ud.indikator_raekke
where kilde = 'spoergeskema';

update ud.indikator_raekke set team_id = null
where kilde = 'spoergeskema';

-- one row per measured unit and month, with its team and whether it counts in a period's last month alone
create temp view raekke as
with alle as (
    select *
    from ud.indikator_raekke
    where kilde <> 'spoergeskema'
    union all
    select *
    from besvarelse
)

select
    alle.*,
    alle.udfald = 'afventer' or (indikator.art = 'beholdning' and alle.kilde = indikator.kilde) as ved_slut
from alle
inner join ud.indikator as indikator
    on alle.plan_id = indikator.plan_id and alle.indikator_id = indikator.indikator_id;

-- one row per unit that a rate is held against, and day
create temp view eksponeret_enhed as
select
    *,
    opgjort_pr as referencedato,
    false as har_eget_team,
    null::varchar as egen_team_id,
    null::varchar as egen_raadgiver_id
from enhed_eksponering;

-- one row per rate, month and team: how many units it is held against on the month's last day
create temp table eksponering as
select
    holder.plan_id,
    holder.indikator_id,
    holder.kilde,
    maaned.periode,
    holder.team_id,
    count(*) as antal
from med_ansvar('eksponeret_enhed') as holder
inner join raekkemaaned as maaned
    on holder.plan_id = maaned.plan_id and holder.opgjort_pr = maaned.opgjort_pr
group by all;
