-- one row per indicator and team (ALLE: the department): the answers on cases that were picked by criteria from $fra
-- to $til; they enter no result, and a second reader's answer is none (contract, section 2)
with
spurgt as (
    select
        indikator.plan_id,
        indikator.indikator_id,
        svar.team_id,
        svar.svar
    from tilsynssvar as svar
    inner join indikator
        on
            lower(svar.maalepunkt) = lower(indikator.indikator_id)
            and coalesce(svar.plan_id = indikator.plan_id, true)
    where
        svar.udvaelgelse = 'kriterier'
        and not coalesce(svar.genlaesning, false)
        and svar.gennemgaaet_dato between $fra and $til
),

alle as (
    select * from spurgt
    union all
    select
        plan_id,
        indikator_id,
        'ALLE' as team_id,
        svar
    from spurgt
)

select
    plan_id,
    indikator_id,
    team_id,
    count(*) filter (where svar = 'ja') as ja,
    count(*) filter (where svar <> 'ikke_relevant') as i_alt
from alle
group by plan_id, indikator_id, team_id
order by plan_id, indikator_id, team_id;
