-- én række pr. sag, de tyve dyreste
-- Spørgsmål: Hvilke sager har kostet mest de seneste tolv måneder, og hvad er de brugt på?
-- Læs: Beløb i kroner for de tolv måneder, der slutter med opgørelsesdagens måned.
select
    u.sag_id,
    sum(u.beloeb)::decimal(18, 2) as beloeb,
    (sum(u.beloeb) filter (where indsatser.kategori = 'anbringelse'))::decimal(18, 2) as heraf_anbringelse,
    string_agg(distinct indsatser.kategori, ', ' order by indsatser.kategori) as kategorier,
    count(distinct u.maaned) as maaneder
from udgifter as u
cross join om
left join indsatser on u.indsats_id = indsatser.indsats_id
where
    u.maaned <= strftime(om.opgjort_pr, '%Y-%m')
    and u.maaned > strftime(om.opgjort_pr - to_months(12), '%Y-%m')
group by u.sag_id
order by beloeb desc, u.sag_id asc
limit 20;
