-- one row per indicator, source, period and team, and ALLE for all of them together
create temp table optalt as
with kilder as (
    select
        indikator_id,
        kilde,
        periodetype,
        periode,
        team_id,
        udfald
    from ud.indikator_raekke
    where kilde <> 'spoergeskema'
    union all
    select
        indikator_id,
        kilde,
        periodetype,
        periode,
        team_id,
        udfald
    from raekke
    where kilde = 'spoergeskema'
)

select
    indikator_id,
    kilde,
    periodetype,
    periode,
    case when grouping(team_id) = 1 then 'ALLE' else team_id end as team_id,
    count(*) filter (where udfald = 'opfyldt') as taeller,
    count(*) filter (where udfald in ('opfyldt', 'ikke_opfyldt')) as naevner,
    count(*) filter (where udfald = 'undtaget') as undtaget,
    count(*) filter (where udfald = 'afventer') as afventer
from kilder
group by grouping sets (
    (indikator_id, kilde, periodetype, periode, team_id),
    (indikator_id, kilde, periodetype, periode)
);
