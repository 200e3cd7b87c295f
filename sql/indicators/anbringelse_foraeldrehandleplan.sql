-- one row per case with an active placement and day made up on
with anbragt as (
    select distinct
        sag_id,
        opgjort_pr
    from aktiv_anbringelse
),

planer as (
    select
        anbragt.sag_id,
        anbragt.opgjort_pr,
        bool_or(
            plan.afgoerelse_stoette_dato <= plan.oprettet_dato
            and plan.oprettet_dato <= anbragt.opgjort_pr
            and (plan.afsluttet_dato is null or plan.afsluttet_dato > anbragt.opgjort_pr)
        ) as opfyldt,
        bool_or(plan.foraeldre_svar = 'nej' and plan.tilbudt_dato <= anbragt.opgjort_pr) as afslaaet,
        -- a decision on support that came after the plan it should have led to
        bool_or(
            plan.afgoerelse_stoette_dato <= anbragt.opgjort_pr
            and plan.oprettet_dato <= anbragt.opgjort_pr
            and (plan.afsluttet_dato is null or plan.afsluttet_dato > anbragt.opgjort_pr)
        ) as afgjort
    from anbragt
    inner join handleplaner as plan on anbragt.sag_id = plan.sag_id
    where plan.type = 'foraeldre'
    group by anbragt.sag_id, anbragt.opgjort_pr
)

insert into enhed_beholdning by name
select
    anbragt.sag_id as enhed_id,
    anbragt.sag_id,
    anbragt.opgjort_pr,
    case
        when planer.opfyldt then 'opfyldt'
        when planer.afslaaet or er_fyldt(sager.foedselsdato, 18, anbragt.opgjort_pr) then 'undtaget'
        else 'ikke_opfyldt'
    end as udfald,
    case when planer.afgjort then 'indhold' else 'mangler' end as aarsag
from anbragt
inner join sager on anbragt.sag_id = sager.sag_id
left join planer on anbragt.sag_id = planer.sag_id and anbragt.opgjort_pr = planer.opgjort_pr
