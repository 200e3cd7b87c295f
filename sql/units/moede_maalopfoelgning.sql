-- one row per meeting of a case with a handleplan for the child in force that day
insert into enhed_haendelse by name
select
    moede.enhed_id,
    moede.sag_id,
    moede.dato,
    coalesce(moede.maalopfoelgning_udfyldt, false) as opfyldt,
    case when moede.maalopfoelgning_udfyldt is null then 'mangler' else 'indhold' end as aarsag
from moede
where exists (
    select 1
    from handleplaner as plan
    where
        plan.sag_id = moede.sag_id
        and plan.type = 'barn'
        and plan.oprettet_dato <= moede.dato
        and (plan.afsluttet_dato is null or plan.afsluttet_dato >= moede.dato)
)
