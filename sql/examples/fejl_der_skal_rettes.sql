-- én række pr. fil og årsag i den seneste leverance
-- Spørgsmål: Hvad skal rettes i DUBU, for at flere rækker kan tælle med?
-- Læs: Antal fejl; en række kan have flere. Rækkerne selv ligger i arbejdsmappens karantæne.
select
    karantaene.extract,
    coalesce(karantaene.kolonne, '(hele rækken)') as kolonne,
    karantaene.aarsag,
    count(*) as fejl,
    count(distinct karantaene.linje) as raekker
from karantaene
inner join om on karantaene.leverance_id = om.leverance_id
group by karantaene.extract, coalesce(karantaene.kolonne, '(hele rækken)'), karantaene.aarsag
order by fejl desc, karantaene.extract asc, kolonne asc, karantaene.aarsag asc;
