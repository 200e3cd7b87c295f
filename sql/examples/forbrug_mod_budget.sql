-- én række pr. kvartal og slags indsats
-- Spørgsmål: Hvor meget har vi brugt i forhold til budgettet?
-- Læs: Beløb i kroner. En afvigelse over nul er et merforbrug; posteringer uden budget er ikke med i den.
--   Er bogfoerte_maaneder under 3, er kvartalet ikke fuldt bogført.
with bogfoert as (
    select
        kvartal,
        count(distinct maaned) as bogfoerte_maaneder
    from udgifter_maaned
    group by kvartal
)

select
    u.kvartal,
    bogfoert.bogfoerte_maaneder,
    u.kategori,
    sum(u.beloeb) as forbrug,
    sum(u.budget) as budget,
    sum(u.afvigelse) as afvigelse,
    round(100 * sum(u.afvigelse)::double / nullif(sum(u.budget), 0)::double, 1) as afvigelse_procent
from udgifter_maaned as u
inner join bogfoert on u.kvartal = bogfoert.kvartal
group by u.kvartal, bogfoert.bogfoerte_maaneder, u.kategori
order by u.kvartal desc, u.kategori asc;
