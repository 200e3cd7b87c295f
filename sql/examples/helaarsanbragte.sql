-- én række pr. kvartal og slags anbringelsessted
-- Spørgsmål: Hvor mange helårsanbragte har vi, og hvad koster de, på hver slags anbringelsessted?
-- Læs: Beløb i kroner. Prisen er for et barn et helt år; den er tom, til kvartalet er slut og bogført.
--   Et barn, der er anbragt to slags steder på samme dag, tæller med i begge.
select
    kvartal,
    anbringelsessted,
    boern,
    round(helaarsanbragte, 2) as helaarsanbragte,
    udgift,
    round(udgift_pr_helaarsanbragt) as udgift_pr_helaarsanbragt
from anbringelser_kvartal
order by kvartal desc, anbringelsessted asc;
