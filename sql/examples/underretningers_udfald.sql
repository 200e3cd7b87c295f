-- én række pr. slags underretter og udfald
-- Spørgsmål: Hvad fører underretningerne til, alt efter hvem de kommer fra?
-- Læs: Underretninger modtaget de seneste tolv måneder. Procent er af alle fra samme slags underretter.
select
    u.underretter_type,
    coalesce(u.faglig_vurdering_udfald, 'ikke vurderet') as udfald,
    count(*) as antal,
    round(100 * count(*) / sum(count(*)) over (partition by u.underretter_type), 1) as procent
from underretninger as u
cross join om
where
    u.modtaget_tidspunkt::date <= om.opgjort_pr
    and u.modtaget_tidspunkt::date > (om.opgjort_pr - to_months(12))::date
group by u.underretter_type, coalesce(u.faglig_vurdering_udfald, 'ikke vurderet')
order by u.underretter_type asc, antal desc, udfald asc;
