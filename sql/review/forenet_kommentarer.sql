-- one row per plan, indicator, team and period: the leader's word in force, delivered or read back here;
-- the later one holds, one without a day gives way to one with, and on the same day the one read back holds
create view lev.data.kommentarer as
with
indlaest as (
    select
        plan_id,
        noegle as indikator_id,
        team_id,
        periode,
        arg_max_null(vaerdi, version) filter (where felt = 'tekst') as tekst,
        try_cast(arg_max_null(vaerdi, version) filter (where felt = 'dato') as date) as dato,
        arg_max_null(vaerdi, version) filter (where felt = 'ansvarlig') as ansvarlig
    from gennemgang.main.indmelding
    where
        art = 'kommentar'
        and (team_id = 'ALLE' or team_id in (select teams.team_id from lev.data.teams as teams))
    group by plan_id, noegle, team_id, periode
),

alle as (
    select
        leveret.*,
        0 as indlaest
    from lev.leveret.kommentarer as leveret
    union all by name
    select
        indlaest.*,
        1 as indlaest
    from indlaest
)

select * exclude (indlaest)
from alle
qualify
    row_number() over (
        partition by plan_id, indikator_id, team_id, periode
        order by dato desc nulls last, indlaest desc
    ) = 1;
