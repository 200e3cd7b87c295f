-- one row per team with open cases on $dag: the last to take a case over by then has it (contract, section 2)
with
sag as (
    select *
    from sager
    where oprettet_dato <= $dag and (lukket_dato is null or lukket_dato > $dag)
),

fordeling as (select * from sagsfordeling),

holdt as (
    select
        sag.sag_id,
        coalesce(
            arg_max_null(fordeling.team_id, fordeling.fra_dato) filter (where fordeling.fra_dato <= $dag),
            arg_min_null(fordeling.team_id, fordeling.fra_dato),
            any_value(sag.team_id),
            'UKENDT'
        ) as team_id
    from sag
    left join fordeling on sag.sag_id = fordeling.sag_id
    group by sag.sag_id
)

select
    team_id,
    count(*) as antal
from holdt
group by team_id
order by team_id;
