-- one row per case with an active placement and day made up on
with anbragt as (
    select distinct
        sag_id,
        opgjort_pr
    from aktiv_indsats
    where kategori = 'anbringelse'
),

planer as (
    select
        anbragt.sag_id,
        anbragt.opgjort_pr,
        plan.afgoerelse_stoette_dato <= anbragt.opgjort_pr as afgjort,
        plan.afgoerelse_stoette_dato <= plan.oprettet_dato as foer_planen,
        plan.oprettet_dato <= anbragt.opgjort_pr
        and (plan.afsluttet_dato is null or plan.afsluttet_dato > anbragt.opgjort_pr) as i_kraft,
        plan.tilbudt_dato <= anbragt.opgjort_pr and plan.foraeldre_svar = 'nej' as afslaaet
    from anbragt
    inner join handleplaner as plan on anbragt.sag_id = plan.sag_id
    where plan.type = 'foraeldre'
),

sager_med_plan as (
    select
        sag_id,
        opgjort_pr,
        bool_or(afgjort and foer_planen and i_kraft) as opfyldt,
        -- a no to the plan does not excuse a missing decision
        bool_or(afgjort and afslaaet) as afslaaet,
        -- a decision on support that came after the plan it should have led to
        bool_or(afgjort and i_kraft) as afgjort
    from planer
    group by sag_id, opgjort_pr
)

insert into enhed_beholdning by name
select
    anbragt.sag_id as enhed_id,
    anbragt.sag_id,
    anbragt.opgjort_pr,
    case
        when plan.opfyldt then 'opfyldt'
        when plan.afslaaet or er_fyldt(sager.foedselsdato, 18, anbragt.opgjort_pr) then 'undtaget'
        else 'ikke_opfyldt'
    end as udfald,
    case when plan.afgjort then 'indhold' else 'mangler' end as aarsag
from anbragt
inner join sager on anbragt.sag_id = sager.sag_id
left join sager_med_plan as plan on anbragt.sag_id = plan.sag_id and anbragt.opgjort_pr = plan.opgjort_pr
