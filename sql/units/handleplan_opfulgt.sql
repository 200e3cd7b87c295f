-- one row per open case whose handleplan for the child has been in force for some months, and day made up on
with med_plan as (
    select distinct
        sag.sag_id,
        sag.opgjort_pr
    from aaben_sag as sag
    inner join handleplaner as plan on sag.sag_id = plan.sag_id
    where
        plan.type = 'barn'
        and plus_maaneder(plan.oprettet_dato, $maaneder) <= sag.opgjort_pr
        and (plan.afsluttet_dato is null or plan.afsluttet_dato > sag.opgjort_pr)
)

insert into enhed_beholdning by name
select
    sag_id as enhed_id,
    sag_id,
    opgjort_pr,
    case
        when exists (
            select 1
            from opfoelgninger as opfoelgning
            where
                opfoelgning.sag_id = med_plan.sag_id
                and opfoelgning.maalopfoelgning_udfyldt
                and opfoelgning.form <> 'udeblevet'
                and opfoelgning.dato > plus_maaneder(med_plan.opgjort_pr, -$maaneder)
                and opfoelgning.dato <= med_plan.opgjort_pr
        ) then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald,
    'mangler' as aarsag
from med_plan
