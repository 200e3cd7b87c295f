-- one row per case open on the day made up on
create view ud.sager_nu as
with
underretning as (
    select
        underretninger.sag_id,
        count(*) as antal,
        count(*) filter (where underretninger.modtaget_tidspunkt::date > (opgoerelse.opgjort_pr - to_months(12))::date)
            as antal_12_maaneder
    from underretninger
    cross join opgoerelse
    where underretninger.sag_id is not null and underretninger.modtaget_tidspunkt::date <= opgoerelse.opgjort_pr
    group by underretninger.sag_id
),

indsats as (
    select
        i.sag_id,
        count(*) as antal,
        max(i.indsatstrin) as trin,
        bool_or(i.kategori = 'anbringelse') as anbragt
    from indsatsforloeb() as i
    inner join opgoerelse
        on
            i.begin_dato <= opgoerelse.opgjort_pr
            and (i.ende_dato is null or i.ende_dato > opgoerelse.opgjort_pr)
    group by i.sag_id
),

undersoegelse as (
    select
        undersoegelser.sag_id,
        count(*) as antal
    from undersoegelser
    cross join opgoerelse
    where
        undersoegelser.startet_dato <= opgoerelse.opgjort_pr
        and (undersoegelser.afsluttet_dato is null or undersoegelser.afsluttet_dato > opgoerelse.opgjort_pr)
    group by undersoegelser.sag_id
),

-- of the leading plan: several plans may hold one deed to one deadline
frist as (
    select
        fristliste.sag_id,
        count(*) as antal
    from fristliste
    inner join opgoerelse on fristliste.plan_id = opgoerelse.plan_id
    where fristliste.tilstand = 'overskredet'
    group by fristliste.sag_id
)

select
    sag.sag_id,
    sag.team_id,
    team_navn(sag.team_id, teams.navn) as team_navn,
    sag.raadgiver_id,
    sager.sagstype,
    sager.distrikt,
    sag.alder,
    sag.oprettet_dato,
    nu.opgjort_pr - sag.oprettet_dato as dage_aaben,
    coalesce(underretning.antal, 0) as underretninger,
    coalesce(underretning.antal_12_maaneder, 0) as underretninger_12_maaneder,
    coalesce(undersoegelse.antal, 0) as aabne_undersoegelser,
    coalesce(indsats.antal, 0) as aktive_indsatser,
    indsats.trin as hoejeste_trin,
    coalesce(indsats.anbragt, false) as anbragt,
    coalesce(frist.antal, 0) as overskredne_frister
from opgoerelse as nu
cross join sager_paa((select opgjort_pr from opgoerelse)) as sag
inner join sager on sag.sag_id = sager.sag_id
left join teams on sag.team_id = teams.team_id
left join underretning on sag.sag_id = underretning.sag_id
left join indsats on sag.sag_id = indsats.sag_id
left join undersoegelse on sag.sag_id = undersoegelse.sag_id
left join frist on sag.sag_id = frist.sag_id
order by sag.sag_id;
