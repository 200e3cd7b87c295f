-- one row per plan or team that the publication so far has and the one about to replace it lacks
with
foer as (
    select
        'plan' as hvad,
        plan_id as id
    from gammel.main.plan
    union
    select
        'team' as hvad,
        team_id as id
    from gammel.main.teams
),

nu as (
    select
        'plan' as hvad,
        plan_id as id
    from kandidat.main.plan
    union
    select
        'team' as hvad,
        team_id as id
    from kandidat.main.teams
)

select
    foer.hvad,
    foer.id
from foer
anti join nu on foer.hvad = nu.hvad and foer.id = nu.id
order by all;
