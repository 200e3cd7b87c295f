-- én række pr. rådgiver
-- Spørgsmål: Hvem har flest sager, og hvor meget ligger det over teamets midte?
-- Læs: Antal åbne sager på opgørelsesdagen; ledere og andre, der ikke er rådgivere, er ikke med. team_median er den
--   midterste rådgivers sagstal i teamet.
with pr_raadgiver as (
    select
        sag.team_id,
        sag.team_navn,
        sag.raadgiver_id,
        count(*) as sager,
        count(*) filter (where sag.anbragt) as heraf_anbragte
    from sager_nu as sag
    left join raadgivere on sag.raadgiver_id = raadgivere.raadgiver_id
    where sag.raadgiver_id is not null and coalesce(raadgivere.rolle, 'raadgiver') = 'raadgiver'
    group by sag.team_id, sag.team_navn, sag.raadgiver_id
)

select
    team_navn,
    raadgiver_id,
    sager,
    heraf_anbragte,
    median(sager) over (partition by team_id) as team_median
from pr_raadgiver
order by team_navn asc, sager desc, raadgiver_id asc;
