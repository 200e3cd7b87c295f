-- én række pr. rådgiver
-- Spørgsmål: Hvem har flest sager, og hvor meget ligger det over teamets midte?
-- Læs: Antal åbne sager på opgørelsesdagen. team_median er den midterste rådgivers sagstal i teamet.
with pr_raadgiver as (
    select
        team_id,
        team_navn,
        raadgiver_id,
        count(*) as sager,
        count(*) filter (where anbragt) as heraf_anbragte
    from sager_nu
    where raadgiver_id is not null
    group by team_id, team_navn, raadgiver_id
)

select
    team_navn,
    raadgiver_id,
    sager,
    heraf_anbragte,
    median(sager) over (partition by team_id) as team_median
from pr_raadgiver
order by team_navn asc, sager desc, raadgiver_id asc;
