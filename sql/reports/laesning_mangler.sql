-- one row per round and reading team with objects that some question is still to be answered of, first reading and
-- second, and the days to $dag since the delivery they were drawn from
with
spurgt as (
    select
        traekning_id,
        count(*) as antal
    from gennemgang.traekning_maalepunkt
    group by traekning_id
),

genlaest as (
    select
        svar.traekning_id,
        svar.genstand_type,
        svar.genstand_id
    from svar_i_kraft as svar
    inner join spurgt on svar.traekning_id = spurgt.traekning_id
    where svar.genlaesning
    group by svar.traekning_id, svar.genstand_type, svar.genstand_id, spurgt.antal
    having count(*) >= spurgt.antal
),

ude as (
    select *
    from genstand_status
    where rolle = 'trukket' and tilstand = 'ude'
),

laesning as (
    select
        traekning_id,
        laeser_team_id as team_id
    from ude
    where not er_laest
    union all
    select
        ude.traekning_id,
        ude.genlaeser_team_id as team_id
    from ude
    anti join genlaest
        on
            ude.traekning_id = genlaest.traekning_id
            and ude.genstand_type = genlaest.genstand_type
            and ude.genstand_id = genlaest.genstand_id
    where ude.genlaeser_team_id is not null
)

select
    traekning.plan_id,
    laesning.traekning_id,
    laesning.team_id,
    count(*) as antal,
    $dag::date - traekning.udtraeksdato as dage
from laesning
inner join gennemgang.traekning as traekning on laesning.traekning_id = traekning.traekning_id
inner join plan on traekning.plan_id = plan.plan_id
where traekning.udtraeksdato <= $dag::date
group by traekning.plan_id, laesning.traekning_id, laesning.team_id, dage
order by traekning.plan_id asc, dage desc, laesning.traekning_id asc, laesning.team_id asc;
