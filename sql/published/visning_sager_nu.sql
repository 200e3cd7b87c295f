-- one row per case open on the day made up on
create view ud.sager_nu as
with
nu as (select opgjort_pr from opgoerelse),

underretning as (
    select
        underretninger.sag_id,
        count(*) as antal,
        count(*) filter (where underretninger.modtaget_tidspunkt::date > (nu.opgjort_pr - to_months(12))::date)
            as antal_12_maaneder
    from underretninger
    cross join nu
    where underretninger.sag_id is not null and underretninger.modtaget_tidspunkt::date <= nu.opgjort_pr
    group by underretninger.sag_id
),

indsats as (
    select
        indsatser.sag_id,
        count(*) as antal,
        max(indsatser.indsatstrin) as trin,
        bool_or(indsatser.kategori = 'anbringelse') as anbragt
    from indsatser
    cross join nu
    where aktiv_paa(indsatser.start_dato, indsatser.slut_dato, indsatser.bortfaldet_dato, null, nu.opgjort_pr)
    group by indsatser.sag_id
),

undersoegelse as (
    select
        undersoegelser.sag_id,
        count(*) as antal
    from undersoegelser
    cross join nu
    where
        undersoegelser.startet_dato <= nu.opgjort_pr
        and (undersoegelser.afsluttet_dato is null or undersoegelser.afsluttet_dato > nu.opgjort_pr)
    group by undersoegelser.sag_id
),

frist as (
    select
        sag_id,
        count(*) as antal
    from fristliste
    where tilstand = 'overskredet'
    group by sag_id
)

select
    sag.sag_id,
    sag.team_id,
    coalesce(teams.navn, sag.team_id) as team_navn,
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
from nu
cross join sager_paa((select opgjort_pr from opgoerelse)) as sag
inner join sager on sag.sag_id = sager.sag_id
left join teams on sag.team_id = teams.team_id
left join underretning on sag.sag_id = underretning.sag_id
left join indsats on sag.sag_id = indsats.sag_id
left join undersoegelse on sag.sag_id = undersoegelse.sag_id
left join frist on sag.sag_id = frist.sag_id
order by sag.sag_id;

comment on view ud.sager_nu is 'Hvilke sager er åbne, hvem har dem, og hvad foregår der i dem på opgørelsesdagen? Nøgle: sag_id. Sorteret efter sag_id.';
comment on column ud.sager_nu.sag_id is 'Sagens id.';
comment on column ud.sager_nu.team_id is 'Teamet, der har sagen; UKENDT, når det ikke kan ses.';
comment on column ud.sager_nu.team_navn is 'Teamets navn.';
comment on column ud.sager_nu.raadgiver_id is 'Rådgiveren, der har sagen.';
comment on column ud.sager_nu.sagstype is 'barn eller ufoedt.';
comment on column ud.sager_nu.distrikt is 'Barnets skole- eller boligdistrikt.';
comment on column ud.sager_nu.alder is 'Barnets alder i hele år; tom for et ufødt barn, og når fødselsdatoen mangler.';
comment on column ud.sager_nu.oprettet_dato is 'Den dag, sagen blev oprettet.';
comment on column ud.sager_nu.dage_aaben is 'Antal dage, sagen har været åben.';
comment on column ud.sager_nu.underretninger is 'Antal underretninger på sagen i alt.';
comment on column ud.sager_nu.underretninger_12_maaneder is 'Antal underretninger på sagen de seneste tolv måneder.';
comment on column ud.sager_nu.aabne_undersoegelser is 'Antal børnefaglige undersøgelser i gang.';
comment on column ud.sager_nu.aktive_indsatser is 'Antal indsatser i gang.';
comment on column ud.sager_nu.hoejeste_trin is 'Det højeste trin på indsatstrappen, 1 til 5, blandt indsatserne i gang.';
comment on column ud.sager_nu.anbragt is 'Sand, når en anbringelse er i gang.';
comment on column ud.sager_nu.overskredne_frister is 'Antal overskredne, åbne frister på sagen.';
