-- én række pr. kvartal og slags anbringelsessted
-- Spørgsmål: Hvor mange helårsanbragte har vi, og hvad koster de, på hver slags anbringelsessted?
-- Læs: Beløb i kroner. Prisen er for et barn et helt år; den er tom, til kvartalet er slut og bogført.
--   Er bogfoerte_maaneder under 3, mangler der udgifter i kvartalet.
--   Et barn, der er anbragt to slags steder på samme dag, tæller med i begge.
select
    kvartal,
    anbringelsessted,
    boern,
    helaarsanbragte::decimal(18, 2) as helaarsanbragte,
    bogfoerte_maaneder,
    udgift,
    round(udgift_pr_helaarsanbragt) as udgift_pr_helaarsanbragt
from anbringelser_kvartal
order by kvartal desc, anbringelsessted asc;
