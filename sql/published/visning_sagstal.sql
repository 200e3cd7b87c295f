-- one row per month and team, and ALLE for all of them together
create view ud.sagstal as
with
maaned as (
    select
        periode,
        foerste_dag,
        sidste_dag,
        opgjort_pr
    from periode
    where periodetype = 'maaned'
),

-- one row per case and month it was open at the end of, opened in or closed in, and the day that decides its team
hvad as (
    select
        maaned.periode,
        sager.sag_id,
        'aaben' as hvad,
        maaned.opgjort_pr as dag
    from maaned
    inner join sager
        on
            sager.oprettet_dato <= maaned.opgjort_pr
            and (sager.lukket_dato is null or sager.lukket_dato > maaned.opgjort_pr)
    union all
    select
        maaned.periode,
        sager.sag_id,
        'ny' as hvad,
        sager.oprettet_dato as dag
    from maaned
    inner join sager on sager.oprettet_dato between maaned.foerste_dag and maaned.opgjort_pr
    union all
    select
        maaned.periode,
        sager.sag_id,
        'lukket' as hvad,
        sager.lukket_dato as dag
    from maaned
    inner join sager on sager.lukket_dato between maaned.foerste_dag and maaned.opgjort_pr
),

-- the last to take the case over by the day; when nobody had yet, the first to do so later
-- (no asof join: the oldest clients that open the file take an earlier row's value where the latest has none)
med_team as (
    select
        hvad.periode,
        hvad.hvad,
        coalesce(holder.team_id, sager.team_id, 'UKENDT') as team_id,
        case when holder.sag_id is not null then holder.raadgiver_id else sager.raadgiver_id end as raadgiver_id
    from hvad
    inner join sager on hvad.sag_id = sager.sag_id
    left join sagsfordeling as holder on hvad.sag_id = holder.sag_id
    qualify
        row_number() over (
            partition by hvad.periode, hvad.hvad, hvad.sag_id
            order by
                case when holder.fra_dato <= hvad.dag then holder.fra_dato end desc nulls last,
                holder.fra_dato
        ) = 1
),

celler as (
    select
        maaned.periode,
        teams.team_id
    from maaned
    inner join teams
        on
            (teams.aktiv_fra is null or teams.aktiv_fra <= maaned.sidste_dag)
            and (teams.aktiv_til is null or teams.aktiv_til >= maaned.foerste_dag)
    union
    select
        periode,
        team_id
    from med_team
    union all
    select
        periode,
        'ALLE' as team_id
    from maaned
)

select
    celler.periode as maaned,
    celler.team_id,
    case when celler.team_id = 'ALLE' then 'Hele afdelingen' else coalesce(max(teams.navn), celler.team_id) end
        as team_navn,
    count(*) filter (where med_team.hvad = 'aaben') as aabne_sager,
    count(*) filter (where med_team.hvad = 'ny') as nye_sager,
    count(*) filter (where med_team.hvad = 'lukket') as lukkede_sager,
    count(distinct med_team.raadgiver_id) filter (where med_team.hvad = 'aaben') as raadgivere,
    count(*) filter (where med_team.hvad = 'aaben' and med_team.raadgiver_id is not null)
    / nullif(count(distinct med_team.raadgiver_id) filter (where med_team.hvad = 'aaben'), 0)
        as sager_pr_raadgiver
from celler
left join teams on celler.team_id = teams.team_id
left join med_team
    on celler.periode = med_team.periode and (celler.team_id = med_team.team_id or celler.team_id = 'ALLE')
group by celler.periode, celler.team_id
order by celler.periode, celler.team_id;

comment on view ud.sagstal is 'Hvor mange sager har teamene, og hvor mange er der pr. rådgiver? Nøgle: maaned, team_id. Sorteret efter maaned og team_id.';
comment on column ud.sagstal.maaned is 'Måneden (åååå-mm).';
comment on column ud.sagstal.team_id is 'Teamets id; ALLE er hele afdelingen, UKENDT er sager uden team.';
comment on column ud.sagstal.team_navn is 'Teamets navn.';
comment on column ud.sagstal.aabne_sager is 'Antal åbne sager ved månedens slutning, hos det team, der da havde dem.';
comment on column ud.sagstal.nye_sager is 'Antal sager oprettet i måneden, hos det team, der fik dem.';
comment on column ud.sagstal.lukkede_sager is 'Antal sager lukket i måneden, hos det team, der lukkede dem.';
comment on column ud.sagstal.raadgivere is 'Antal rådgivere med mindst én åben sag ved månedens slutning.';
comment on column ud.sagstal.sager_pr_raadgiver is 'Åbne sager med en rådgiver divideret med antal rådgivere. Tom uden rådgivere.';
