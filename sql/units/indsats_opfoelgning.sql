-- one row per measure begun, and one per day it was followed up: the first time early, then in the agreed rhythm
insert into enhed_kadence by name
select
    indsats_id as enhed_id,
    sag_id,
    begin_dato as startdato,
    ende_dato as slutdato,
    least(rytme(opfoelgning_maaneder, $hoejst_maaneder), $foerste_maaneder) as foerste_maaneder,
    rytme(opfoelgning_maaneder, $hoejst_maaneder) as senere_maaneder,
    $led as led,
    kategori as gruppe
from indsats
where begin_dato is not null and list_contains($kategorier, kategori);

insert into kadence_opfoelgning by name
select
    opfoelgning.indsats_id as enhed_id,
    opfoelgning.dato
from indsats_opfoelgning as opfoelgning
inner join indsats on opfoelgning.indsats_id = indsats.indsats_id
where list_contains($former, opfoelgning.form) and list_contains($kategorier, indsats.kategori)
