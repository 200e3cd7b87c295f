-- én række pr. kvartal og slags indsats
-- Spørgsmål: Hvor meget har vi brugt i forhold til budgettet?
-- Læs: Beløb i kroner. En afvigelse over nul er et merforbrug; posteringer uden budget er ikke med i den.
select
    kvartal,
    kategori,
    sum(beloeb) as forbrug,
    sum(budget) as budget,
    sum(afvigelse) as afvigelse,
    round(100 * sum(afvigelse)::double / nullif(sum(budget), 0)::double, 1) as afvigelse_procent
from udgifter_maaned
group by kvartal, kategori
order by kvartal desc, kategori asc;
