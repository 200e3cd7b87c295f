-- one row per round and team (ALLE: all of them): what was drawn and came of it, and how many caseworkers with an
-- object in the frame had one read
with
laest as (
    select distinct
        traekning_id,
        genstand_type,
        genstand_id
    from svar_i_kraft
    where not genlaesning
),

genstand as (
    select
        traekning.plan_id,
        genstand.traekning_id,
        genstand.genstand_type,
        genstand.team_id,
        genstand.raadgiver_id,
        genstand.tilstand,
        genstand.rolle = 'trukket' as er_trukket,
        laest.genstand_id is not null as er_laest
    from gennemgang.traekning_genstand as genstand
    inner join gennemgang.traekning as traekning on genstand.traekning_id = traekning.traekning_id
    inner join plan on traekning.plan_id = plan.plan_id
    left join laest
        on
            genstand.traekning_id = laest.traekning_id
            and genstand.genstand_type = laest.genstand_type
            and genstand.genstand_id = laest.genstand_id
)

select
    plan_id,
    traekning_id,
    min(genstand_type) as genstand_type,
    coalesce(team_id, 'ALLE') as team_id,
    count(*) filter (where tilstand = 'ude') as ramme,
    count(*) filter (where er_trukket) as trukket,
    count(*) filter (where er_trukket and er_laest) as laest,
    count(*) filter (where er_trukket and tilstand = 'udgaaet') as udgaaet,
    count(distinct raadgiver_id) filter (where tilstand = 'ude') as raadgivere,
    count(distinct raadgiver_id) filter (where er_laest) as raadgivere_laest
from genstand
group by grouping sets ((plan_id, traekning_id), (plan_id, traekning_id, team_id))
order by plan_id, traekning_id, team_id;
