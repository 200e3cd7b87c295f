-- one row per measure begun in cases of a project, and one per day the family was seen about it: in the agreed
-- rhythm (hoejst_maaneder null: only measures with one, however long)
insert into enhed_kadence by name
with indsatser_med_rytme as (
    select
        *,
        case
            when $hoejst_maaneder::integer is not null
                then rytme(opfoelgning_maaneder, $hoejst_maaneder::integer)
            when opfoelgning_maaneder >= 1 then opfoelgning_maaneder
        end as maaneder
    from indsats
)

select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.begin_dato as startdato,
    -- a case no longer in the project has no more links
    least(indsats.ende_dato, projekt.til_dato) as slutdato,
    least(indsats.maaneder, $foerste_maaneder) as foerste_maaneder,
    indsats.maaneder as senere_maaneder,
    $led as led
from indsatser_med_rytme as indsats
inner join projekt_sag($under_alder) as projekt on indsats.sag_id = projekt.sag_id
where
    indsats.begin_dato is not null
    and indsats.maaneder is not null
    and ($fra_dato::date is null or indsats.start_dato >= $fra_dato::date)
    and ($kategorier::varchar[] is null or list_contains($kategorier::varchar[], indsats.kategori));

insert into kadence_opfoelgning by name
select
    indsats_id as enhed_id,
    dato
from indsats_set
