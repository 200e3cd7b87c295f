-- one row per month, kind of measure and kind of cost
create view ud.udgifter_maaned as
select
    u.maaned,
    kvartal((u.maaned || '-01')::date) as kvartal,
    coalesce(indsatser.kategori, 'uden_indsats') as kategori,
    coalesce(u.art, 'ukendt') as art,
    sum(u.beloeb)::decimal(18, 2) as beloeb,
    sum(u.budget)::decimal(18, 2) as budget,
    sum(u.beloeb - u.budget)::decimal(18, 2) as afvigelse,
    count(*) as posteringer,
    count(*) filter (where u.budget is null) as posteringer_uden_budget,
    count(distinct u.sag_id) as sager
from udgifter as u
cross join opgoerelse
left join indsatser on u.indsats_id = indsatser.indsats_id
where (u.maaned || '-01')::date <= opgoerelse.opgjort_pr
group by u.maaned, coalesce(indsatser.kategori, 'uden_indsats'), coalesce(u.art, 'ukendt')
order by u.maaned, coalesce(indsatser.kategori, 'uden_indsats'), coalesce(u.art, 'ukendt');
