-- one row per measured unit, as it is counted: also survey answers with the team they came from

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
