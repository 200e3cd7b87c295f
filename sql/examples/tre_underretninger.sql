-- én række pr. åben sag
-- Spørgsmål: Hvilke åbne sager har fået tre eller flere underretninger på et år?
-- Læs: Antal underretninger de seneste tolv måneder, og om der er en undersøgelse eller en indsats i gang.
select
    sag_id,
    team_navn,
    raadgiver_id,
    alder,
    underretninger_12_maaneder,
    aabne_undersoegelser,
    aktive_indsatser
from sager_nu
where underretninger_12_maaneder >= 3
order by underretninger_12_maaneder desc, sag_id asc;
