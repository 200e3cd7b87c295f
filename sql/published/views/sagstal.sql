-- one row per month and team, and ALLE for all of them together
create view ud.sagstal as
with
-- leaders and others than caseworkers have no caseload
sag as (
    select
        b.maaned,
        b.hvad,
        b.team_id,
        case when coalesce(raadgivere.rolle, 'raadgiver') = 'raadgiver' then b.raadgiver_id end as raadgiver_id
    from sagsbevaegelser() as b
    left join raadgivere on b.raadgiver_id = raadgivere.raadgiver_id
),

celler as (
    select
        m.maaned,
        teams.team_id
    from maaneder() as m
    inner join teams
        on
            (teams.aktiv_fra is null or teams.aktiv_fra <= m.sidste_dag)
            and (teams.aktiv_til is null or teams.aktiv_til >= m.foerste_dag)
    union
    select
        maaned,
        team_id
    from sag
    union all
    select
        maaned,
        'ALLE' as team_id
    from maaneder()
)

select
    celler.maaned,
    celler.team_id,
    team_navn(celler.team_id, max(teams.navn)) as team_navn,
    count(*) filter (where sag.hvad = 'aaben') as aabne_sager,
    count(*) filter (where sag.hvad = 'ny') as nye_sager,
    count(*) filter (where sag.hvad = 'lukket') as lukkede_sager,
    count(distinct sag.raadgiver_id) filter (where sag.hvad = 'aaben') as raadgivere,
    count(*) filter (where sag.hvad = 'aaben' and sag.raadgiver_id is not null)
    / nullif(count(distinct sag.raadgiver_id) filter (where sag.hvad = 'aaben'), 0) as sager_pr_raadgiver
from celler
left join teams on celler.team_id = teams.team_id
left join sag
    on celler.maaned = sag.maaned and (celler.team_id = sag.team_id or celler.team_id = 'ALLE')
group by celler.maaned, celler.team_id
order by celler.maaned, celler.team_id;
