-- one row per looked-up value: a refused one of these columns stands for nothing
update kodebog
set kode = null
from afvist
where
    kodebog.kolonne = afvist.kolonne
    and kodebog.raa = afvist.raa
    and list_contains($kolonner::varchar[], kodebog.kolonne);
