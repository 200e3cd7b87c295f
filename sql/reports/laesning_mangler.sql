-- one row per round and reading team with objects that nobody has answered anything about by $dag, first reading
-- and second; the days since the delivery they were drawn from
with
laesning as (
    select
        *,
        laeser_team_id as laesende_team_id,
        false as genlaesning
    from gennemgang.traekning_genstand
    union all
    select
        *,
        genlaeser_team_id as laesende_team_id,
        true as genlaesning
    from gennemgang.traekning_genstand
    where genlaeser_team_id is not null
),

laest as (
    select distinct
        traekning_id,
        genstand_type,
        genstand_id,
        genlaesning
    from svar_i_kraft
)

select
    traekning.plan_id,
    laesning.traekning_id,
    laesning.laesende_team_id as team_id,
    count(*) as antal,
    $dag::date - traekning.udtraeksdato as dage
from laesning
inner join gennemgang.traekning as traekning on laesning.traekning_id = traekning.traekning_id
inner join plan on traekning.plan_id = plan.plan_id
anti join laest
    on
        laesning.traekning_id = laest.traekning_id
        and laesning.genstand_type = laest.genstand_type
        and laesning.genstand_id = laest.genstand_id
        and laesning.genlaesning = laest.genlaesning
where laesning.rolle = 'trukket' and laesning.tilstand = 'ude' and traekning.udtraeksdato <= $dag::date
group by traekning.plan_id, laesning.traekning_id, laesning.laesende_team_id, dage
order by traekning.plan_id asc, dage desc, laesning.traekning_id asc, team_id asc;
