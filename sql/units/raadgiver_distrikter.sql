-- one row per caseworker with cases of the project and day made up on: in how many districts the cases lie
with distrikter as (
    select
        holder.opgjort_pr,
        holder.raadgiver_id,
        holder.team_id,
        count(distinct sager.distrikt) as antal
    from raadgivers_sag as holder
    inner join projekt_sag($under_alder) as projekt
        on
            holder.sag_id = projekt.sag_id
            and er_aktiv(projekt.fra_dato, projekt.til_dato, holder.opgjort_pr)
    inner join sager on holder.sag_id = sager.sag_id
    group by holder.opgjort_pr, holder.raadgiver_id, holder.team_id
)

insert into enhed_beholdning by name
select
    raadgiver_id as enhed_id,
    opgjort_pr,
    true as har_eget_team,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    case
        when antal = 0 then 'undtaget'
        when antal <= $hoejst then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald,
    'indhold' as aarsag
from distrikter
