-- one row per round and team (ALLE: all of them): what was drawn and came of it, and how many caseworkers with an
-- object in the frame had one read
with
genstand as (
    select
        status.*,
        traekning.plan_id,
        coalesce(status.raadgiver_id, 'nr. ' || status.raadgiver_nr) as medarbejder,
        status.rolle = 'trukket' as er_trukket
    from genstand_status as status
    inner join gennemgang.traekning as traekning on status.traekning_id = traekning.traekning_id
    inner join plan on traekning.plan_id = plan.plan_id
)

select
    plan_id,
    traekning_id,
    min(genstand_type) as genstand_type,
    coalesce(team_id, 'ALLE') as team_id,
    count(*) filter (where tilstand = 'ude') as ramme,
    count(*) filter (where er_trukket) as trukket,
    count(*) filter (where er_laest) as laest,
    count(*) filter (where tilstand = 'udgaaet') as udgaaet,
    count(*) filter (where er_trukket and tilstand = 'ude' and not er_laest and besvaret > 0) as paabegyndt,
    count(distinct medarbejder) filter (where tilstand = 'ude') as raadgivere,
    count(distinct medarbejder) filter (where er_laest) as raadgivere_laest
from genstand
group by grouping sets ((plan_id, traekning_id), (plan_id, traekning_id, team_id))
order by plan_id, traekning_id, team_id;
