-- én række pr. barn
-- Spørgsmål: Hvilke børn har fået tre eller flere underretninger på et år, med og uden en åben sag?
-- Læs: De seneste tolv måneder. barn_id er et pseudonym. aaben_sag er tom, når barnet ingen åben sag har;
--   uden_sag er de underretninger, der ikke er knyttet til nogen sag.
with underretning as (
    select
        coalesce(u.barn_id, sager.barn_id) as barn_id,
        u.sag_id,
        u.modtaget_tidspunkt::date as modtaget
    from underretninger as u
    cross join om
    left join sager on u.sag_id = sager.sag_id
    where
        u.modtaget_tidspunkt::date <= om.opgjort_pr
        and u.modtaget_tidspunkt::date > (om.opgjort_pr - to_months(12))::date
),

aaben as (
    select
        sager.barn_id,
        min(sager_nu.sag_id) as sag_id
    from sager_nu
    inner join sager on sager_nu.sag_id = sager.sag_id
    group by sager.barn_id
)

select
    underretning.barn_id,
    count(*) as underretninger_12_maaneder,
    count(*) filter (where underretning.sag_id is null) as uden_sag,
    max(underretning.modtaget) as seneste,
    aaben.sag_id as aaben_sag
from underretning
left join aaben on underretning.barn_id = aaben.barn_id
group by underretning.barn_id, aaben.sag_id
having count(*) >= 3
order by underretninger_12_maaneder desc, seneste desc, underretning.barn_id asc;
