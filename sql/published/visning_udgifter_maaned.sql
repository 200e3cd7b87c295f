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

comment on view ud.udgifter_maaned is 'Hvad er der brugt, og hvad var budgettet? Nøgle: maaned, kategori, art. Sorteret efter maaned, kategori og art.';
comment on column ud.udgifter_maaned.maaned is 'Den måned, udgiften hører til (åååå-mm).';
comment on column ud.udgifter_maaned.kvartal is 'Kvartalet (åååå-Kn).';
comment on column ud.udgifter_maaned.kategori is 'Indsatsens art: forebyggende_11_3, forebyggende_52, aflastning, anbringelse; uden_indsats, når posteringen ikke nævner en indsats.';
comment on column ud.udgifter_maaned.art is 'Udgiftens art, som økonomisystemet kalder den; ukendt, når den mangler.';
comment on column ud.udgifter_maaned.beloeb is 'Forbrug i kroner.';
comment on column ud.udgifter_maaned.budget is 'Budget i kroner for de posteringer, der har et.';
comment on column ud.udgifter_maaned.afvigelse is 'Forbrug minus budget i kroner for de posteringer, der har et budget; over nul er et merforbrug.';
comment on column ud.udgifter_maaned.posteringer is 'Antal posteringer.';
comment on column ud.udgifter_maaned.posteringer_uden_budget is 'Antal posteringer uden budget; de er med i beloeb, men ikke i budget og afvigelse.';
comment on column ud.udgifter_maaned.sager is 'Antal sager med mindst én postering. En sag kan stå i flere rækker.';
