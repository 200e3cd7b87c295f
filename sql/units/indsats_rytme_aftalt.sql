-- one row per measure begun from a day on, on the first day the family was seen about it
with foerste_gang as (
    select
        indsats.indsats_id,
        min(indsats_set.dato) as dato
    from indsats_52 as indsats
    inner join indsats_set
        on indsats.indsats_id = indsats_set.indsats_id and indsats_set.dato > indsats.begin_dato
    group by indsats.indsats_id
)

insert into enhed_haendelse by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    foerste_gang.dato,
    indsats.opfoelgning_maaneder is not null as opfyldt,
    'mangler' as aarsag
from indsats_52 as indsats
inner join foerste_gang on indsats.indsats_id = foerste_gang.indsats_id
where indsats.start_dato >= $fra_dato
