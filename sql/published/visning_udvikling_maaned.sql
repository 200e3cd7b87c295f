-- one row per month, indicator, source and team
create view ud.udvikling_maaned as
select
    r.periode as maaned,
    periode.sidste_dag,
    r.indikator_id,
    indikator.titel,
    r.kilde,
    r.team_id,
    case when r.team_id = 'ALLE' then 'Hele afdelingen' else coalesce(teams.navn, r.team_id) end as team_navn,
    r.taeller,
    r.naevner,
    r.vaerdi,
    aar.taeller as taeller_12_maaneder,
    aar.naevner as naevner_12_maaneder,
    aar.vaerdi as vaerdi_12_maaneder,
    r.milepael_procent,
    r.status,
    r.usikker,
    r.foreloebig
from indikator_resultat as r
inner join periode on r.periodetype = periode.periodetype and r.periode = periode.periode
inner join indikator on r.plan_id = indikator.plan_id and r.indikator_id = indikator.indikator_id
left join teams on r.team_id = teams.team_id
left join indikator_resultat as aar
    on
        aar.periodetype = 'rullende12'
        and r.periode = aar.periode
        and r.indikator_id = aar.indikator_id
        and r.kilde = aar.kilde
        and r.team_id = aar.team_id
where r.periodetype = 'maaned'
order by
    indikator.udviklingspunkt,
    try_cast(split_part(r.indikator_id, '.', 2) as integer),
    r.indikator_id,
    r.kilde,
    r.team_id,
    r.periode;

comment on view ud.udvikling_maaned is 'Går det den rigtige vej? Resultaterne måned for måned. Nøgle: maaned, indikator_id, kilde, team_id. Sorteret i planens rækkefølge, derefter kilde, team og måned.';
comment on column ud.udvikling_maaned.maaned is 'Måneden (åååå-mm).';
comment on column ud.udvikling_maaned.sidste_dag is 'Månedens sidste dag; til en tidsakse.';
comment on column ud.udvikling_maaned.indikator_id is 'Indikatorens nummer.';
comment on column ud.udvikling_maaned.titel is 'Indikatorens navn.';
comment on column ud.udvikling_maaned.kilde is 'Kilden: dubu, sofus, tilsyn eller spoergeskema.';
comment on column ud.udvikling_maaned.team_id is 'Teamets id; ALLE er hele afdelingen, UKENDT er enheder uden team.';
comment on column ud.udvikling_maaned.team_navn is 'Teamets navn.';
comment on column ud.udvikling_maaned.taeller is 'Antal opfyldte i måneden.';
comment on column ud.udvikling_maaned.naevner is 'Antal opfyldte og ikke opfyldte i måneden.';
comment on column ud.udvikling_maaned.vaerdi is 'Andel i måneden i procent, uafrundet. Tom, når der ikke er nogen i nævneren.';
comment on column ud.udvikling_maaned.taeller_12_maaneder is 'Antal opfyldte i de tolv måneder, der slutter med måneden.';
comment on column ud.udvikling_maaned.naevner_12_maaneder is 'Antal opfyldte og ikke opfyldte i de tolv måneder.';
comment on column ud.udvikling_maaned.vaerdi_12_maaneder is 'Andel i de tolv måneder i procent, uafrundet.';
comment on column ud.udvikling_maaned.milepael_procent is 'Milepælen, der gjaldt på månedens sidste dag, i procent.';
comment on column ud.udvikling_maaned.status is 'ingen_data, uden_milepael, foer_foerste_milepael, foran (også næste milepæl er nået; usikker siger ikke, hvor sikkert det er), naaet eller ikke_naaet.';
comment on column ud.udvikling_maaned.usikker is 'Sand, når der er for få til at konkludere. Gælder alene milepael_procent, ikke den næste milepæl.';
comment on column ud.udvikling_maaned.foreloebig is 'Sand, når måneden ikke var slut, da data blev trukket.';
