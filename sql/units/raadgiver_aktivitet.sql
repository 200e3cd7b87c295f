-- one row per caseworker of the plan, and one per day of an activity of some kinds with that caseworker
insert into enhed_kadence by name
select
    raadgiver_id as enhed_id,
    begin_dato as startdato,
    ende_dato as slutdato,
    $dage::integer as foerste_dage,
    $dage::integer as senere_dage,
    'alle' as led,
    true as har_eget_team,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id
from raadgiver_i_plan;

insert into kadence_opfoelgning by name
select
    aktivitet.raadgiver_id as enhed_id,
    aktivitet.dato
from aktiviteter as aktivitet
inner join raadgiver_i_plan as raadgiver on aktivitet.raadgiver_id = raadgiver.raadgiver_id
where list_contains($undertyper, aktivitet.undertype)
