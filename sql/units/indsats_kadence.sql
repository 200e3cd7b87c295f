-- one row per measure begun, and one per day it was followed up: first after one interval, then after another
-- (a longer rhythm agreed for one kind of measure holds for that kind)
insert into enhed_kadence by name
select
    indsats_id as enhed_id,
    sag_id,
    begin_dato as startdato,
    ende_dato as slutdato,
    $foerste_maaneder::integer as foerste_maaneder,
    $foerste_dage::integer as foerste_dage,
    case
        when kategori = $laengere_kategori::varchar and opfoelgning_maaneder = $laengere_maaneder::integer
            then opfoelgning_maaneder
        else $senere_maaneder::integer
    end as senere_maaneder,
    $senere_dage::integer as senere_dage,
    $led as led
from indsats
where
    begin_dato is not null
    and ($kategorier::varchar[] is null or list_contains($kategorier::varchar[], kategori));

insert into kadence_opfoelgning by name
select
    opfoelgning.indsats_id as enhed_id,
    opfoelgning.dato
from indsats_opfoelgning as opfoelgning
inner join indsats on opfoelgning.indsats_id = indsats.indsats_id
where
    ($kategorier::varchar[] is null or list_contains($kategorier::varchar[], indsats.kategori))
    and case
        when $former::varchar[] is null then er_set(opfoelgning.form)
        else list_contains($former::varchar[], opfoelgning.form)
    end
