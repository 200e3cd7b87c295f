-- én række pr. kvartal
-- Spørgsmål: Hvor mange underretninger følges af en ny om samme barn inden et halvt år?
-- Læs: Kun underretninger, der er så gamle, at et halvt år er gået på opgørelsesdagen.
with underretning as (
    select
        u.modtaget_tidspunkt::date as modtaget,
        om.opgjort_pr,
        lead(u.modtaget_tidspunkt::date) over (
            partition by coalesce(u.barn_id, sager.barn_id)
            order by u.modtaget_tidspunkt, u.underretning_id
        ) as naeste
    from underretninger as u
    cross join om
    left join sager on u.sag_id = sager.sag_id
    where u.modtaget_tidspunkt::date <= om.opgjort_pr
)

select
    kvartal(modtaget) as kvartal,
    count(*) as underretninger,
    count(*) filter (where naeste <= (modtaget + to_months(6))::date) as fulgt_af_ny,
    round(100 * fulgt_af_ny / underretninger, 1) as procent
from underretning
where (modtaget + to_months(6))::date <= opgjort_pr
group by kvartal(modtaget)
order by kvartal desc;
