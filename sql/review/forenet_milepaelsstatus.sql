-- one row per plan and milestone: the status in force, delivered or read back here; the later one holds, one
-- without a day gives way to one with, and on the same day the one read back last holds
create view lev.data.milepaelsstatus as
with
indlaest as (
    select
        plan_id,
        noegle as milepael_id,
        arg_max_null(vaerdi, version) filter (where felt = 'status') as status,
        try_cast(arg_max_null(vaerdi, version) filter (where felt = 'dato') as date) as dato,
        try_cast(arg_max_null(vaerdi, version) filter (where felt = 'antal') as integer) as antal,
        try_cast(arg_max_null(vaerdi, version) filter (where felt = 'i_alt') as integer) as i_alt,
        arg_max_null(vaerdi, version) filter (where felt = 'bemaerkning') as bemaerkning,
        max(indlaest_tidspunkt) as indlaest,
        periode,
        team_id
    from gennemgang.main.indmelding
    where art = 'aktivitet'
    group by plan_id, noegle, periode, team_id
),

alle as (
    select * from lev.leveret.milepaelsstatus
    union all by name
    select * from indlaest
)

select * exclude (indlaest, periode, team_id)
from alle
qualify
    row_number() over (
        partition by plan_id, milepael_id
        order by dato desc nulls last, indlaest desc nulls last, periode desc, team_id asc
    ) = 1;
