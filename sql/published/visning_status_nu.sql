-- one row per indicator, source and team of the reported period
create view ud.status_nu as
with
perioder as (
    select
        periode.periodetype,
        periode.periode,
        periode.sidste_dag,
        lag(periode.periode) over (
            partition by periode.periodetype
            order by periode.sidste_dag
        ) as forrige_periode
    from periode
),

nu as (
    select
        perioder.periodetype,
        perioder.periode,
        perioder.forrige_periode,
        rullende.periode as rullende_periode
    from opgoerelse
    inner join perioder
        on opgoerelse.periodetype = perioder.periodetype and opgoerelse.periode = perioder.periode
    left join perioder as rullende
        on perioder.sidste_dag = rullende.sidste_dag and rullende.periodetype = 'rullende12'
)

select
    r.indikator_id,
    indikator.titel,
    r.kilde,
    r.team_id,
    case when r.team_id = 'ALLE' then 'Hele afdelingen' else coalesce(teams.navn, r.team_id) end as team_navn,
    r.periode,
    r.taeller,
    r.naevner,
    r.undtaget,
    r.afventer,
    r.vaerdi,
    r.ki_nedre,
    r.ki_oevre,
    r.milepael_procent,
    r.afstand_pp,
    r.status,
    r.usikker,
    foer.vaerdi as forrige_vaerdi,
    r.vaerdi - foer.vaerdi as aendring_pp,
    aar.vaerdi as vaerdi_12_maaneder,
    r.foreloebig
from nu
inner join indikator_resultat as r on nu.periodetype = r.periodetype and nu.periode = r.periode
inner join indikator on r.plan_id = indikator.plan_id and r.indikator_id = indikator.indikator_id
left join teams on r.team_id = teams.team_id
left join indikator_resultat as foer
    on
        nu.periodetype = foer.periodetype
        and nu.forrige_periode = foer.periode
        and r.indikator_id = foer.indikator_id
        and r.kilde = foer.kilde
        and r.team_id = foer.team_id
left join indikator_resultat as aar
    on
        aar.periodetype = 'rullende12'
        and nu.rullende_periode = aar.periode
        and r.indikator_id = aar.indikator_id
        and r.kilde = aar.kilde
        and r.team_id = aar.team_id
order by
    indikator.udviklingspunkt,
    try_cast(split_part(r.indikator_id, '.', 2) as integer),
    r.indikator_id,
    r.kilde,
    r.team_id;

comment on view ud.status_nu is 'Hvor står vi nu? Resultaterne i den rapporterede periode: hele afdelingen, teamene, også lukkede med tal, og UKENDT. Nøgle: indikator_id, kilde, team_id. Sorteret i planens rækkefølge.';
comment on column ud.status_nu.indikator_id is 'Indikatorens nummer.';
comment on column ud.status_nu.titel is 'Indikatorens navn.';
comment on column ud.status_nu.kilde is 'Kilden: dubu, sofus, tilsyn eller spoergeskema.';
comment on column ud.status_nu.team_id is 'Teamets id; ALLE er hele afdelingen, UKENDT er enheder uden team.';
comment on column ud.status_nu.team_navn is 'Teamets navn.';
comment on column ud.status_nu.periode is 'Den rapporterede måned eller det rapporterede kvartal.';
comment on column ud.status_nu.taeller is 'Antal opfyldte.';
comment on column ud.status_nu.naevner is 'Antal opfyldte og ikke opfyldte.';
comment on column ud.status_nu.undtaget is 'Antal undtagne; tæller ikke med i værdien.';
comment on column ud.status_nu.afventer is 'Antal, hvor fristen endnu ikke er kommet; tæller ikke med i værdien.';
comment on column ud.status_nu.vaerdi is 'Andel i procent, uafrundet. Tom, når der ikke er nogen i nævneren.';
comment on column ud.status_nu.ki_nedre is 'Nedre grænse i procent af et 95 %-interval (Wilson).';
comment on column ud.status_nu.ki_oevre is 'Øvre grænse i procent af et 95 %-interval (Wilson).';
comment on column ud.status_nu.milepael_procent is 'Milepælen, der gælder, i procent.';
comment on column ud.status_nu.afstand_pp is 'Værdien minus milepælen, i procentpoint.';
comment on column ud.status_nu.status is 'ingen_data, uden_milepael, foer_foerste_milepael, foran (også næste milepæl er nået; usikker siger ikke, hvor sikkert det er), naaet eller ikke_naaet.';
comment on column ud.status_nu.usikker is 'Sand, når der er for få til at konkludere. Gælder alene milepael_procent, ikke den næste milepæl.';
comment on column ud.status_nu.forrige_vaerdi is 'Værdien i perioden før, i procent.';
comment on column ud.status_nu.aendring_pp is 'Værdien minus værdien i perioden før, i procentpoint.';
comment on column ud.status_nu.vaerdi_12_maaneder is 'Værdien i de tolv måneder, der slutter med perioden, i procent.';
comment on column ud.status_nu.foreloebig is 'Sand, når perioden ikke var slut, da data blev trukket.';
