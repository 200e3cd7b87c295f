-- one row per month and team that received
create view ud.underretninger_maaned as
select
    strftime(u.modtaget_tidspunkt, '%Y-%m') as maaned,
    coalesce(u.team_id, 'UKENDT') as team_id,
    team_navn(coalesce(u.team_id, 'UKENDT'), max(teams.navn)) as team_navn,
    count(*) as antal,
    count(distinct coalesce(u.barn_id, sager.barn_id)) as boern,
    count(*) filter (where u.underretter_type = 'fagperson') as fra_fagperson,
    count(*) filter (where u.underretter_type = 'privat') as fra_privat,
    count(*) filter (where u.underretter_type = 'anonym') as fra_anonym,
    count(*) filter (where u.underretter_type = 'myndighed') as fra_myndighed,
    count(*) filter (where u.genvurdering) as genvurderinger,
    count(*) filter (where u.faglig_vurdering_udfald in ('paragraf_50', 'paragraf_20')) as til_undersoegelse,
    count(*) filter (where u.faglig_vurdering_udfald = 'luk') as lukket
from underretninger as u
cross join opgoerelse
left join sager on u.sag_id = sager.sag_id
left join teams on u.team_id = teams.team_id
where u.modtaget_tidspunkt::date <= opgoerelse.opgjort_pr
group by strftime(u.modtaget_tidspunkt, '%Y-%m'), u.team_id
order by maaned, coalesce(u.team_id, 'UKENDT');
