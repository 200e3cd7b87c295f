-- one row per month and team that received
create view ud.underretninger_maaned as
select
    strftime(u.modtaget_tidspunkt, '%Y-%m') as maaned,
    coalesce(u.team_id, 'UKENDT') as team_id,
    coalesce(max(teams.navn), u.team_id, 'UKENDT') as team_navn,
    count(*) as antal,
    count(distinct coalesce(u.barn_id, sager.barn_id)) as boern,
    count(*) filter (where u.underretter_type = 'fagperson') as fra_fagperson,
    count(*) filter (where u.underretter_type = 'privat') as fra_privat,
    count(*) filter (where u.underretter_type = 'anonym') as fra_anonym,
    count(*) filter (where u.underretter_type = 'myndighed') as fra_myndighed,
    count(*) filter (where u.genvurdering) as genvurderinger,
    count(*) filter (where u.faglig_vurdering_udfald = 'paragraf_50') as til_undersoegelse,
    count(*) filter (where u.faglig_vurdering_udfald = 'luk') as lukket
from underretninger as u
cross join opgoerelse
left join sager on u.sag_id = sager.sag_id
left join teams on u.team_id = teams.team_id
where u.modtaget_tidspunkt::date <= opgoerelse.opgjort_pr
group by strftime(u.modtaget_tidspunkt, '%Y-%m'), u.team_id
order by maaned, coalesce(u.team_id, 'UKENDT');

comment on view ud.underretninger_maaned is 'Hvor mange underretninger kommer der, hvem kommer de fra, og hvad fører de til? Nøgle: maaned, team_id. Sorteret efter maaned og team_id.';
comment on column ud.underretninger_maaned.maaned is 'Den måned, underretningen blev modtaget (åååå-mm).';
comment on column ud.underretninger_maaned.team_id is 'Teamet, der modtog; UKENDT, når det ikke er oplyst.';
comment on column ud.underretninger_maaned.team_navn is 'Teamets navn.';
comment on column ud.underretninger_maaned.antal is 'Antal underretninger.';
comment on column ud.underretninger_maaned.boern is 'Antal forskellige børn, underretningerne handler om.';
comment on column ud.underretninger_maaned.fra_fagperson is 'Antal fra en fagperson.';
comment on column ud.underretninger_maaned.fra_privat is 'Antal fra en privatperson, der giver sig til kende.';
comment on column ud.underretninger_maaned.fra_anonym is 'Antal fra en anonym.';
comment on column ud.underretninger_maaned.fra_myndighed is 'Antal fra en anden myndighed.';
comment on column ud.underretninger_maaned.genvurderinger is 'Antal, der gav anledning til at vurdere en igangværende indsats igen.';
comment on column ud.underretninger_maaned.til_undersoegelse is 'Antal, hvor den faglige vurdering førte til en børnefaglig undersøgelse efter § 50.';
comment on column ud.underretninger_maaned.lukket is 'Antal, hvor den faglige vurdering førte til, at underretningen blev lukket.';
