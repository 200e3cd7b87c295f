-- one row per measure begun and in force on the deadline: followed up in some form by then
with opfulgt as (
    select
        indsats.indsats_id,
        min(opfoelgning.dato) as dato
    from indsats
    inner join indsats_opfoelgning as opfoelgning
        on indsats.indsats_id = opfoelgning.indsats_id and opfoelgning.dato > indsats.begin_dato
    where list_contains($former, opfoelgning.form)
    group by indsats.indsats_id
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.begin_dato as startdato,
    plus_dage(indsats.begin_dato, $dage) as frist_dato,
    opfulgt.dato as udfoert_dato,
    indsats.begin_dato as kraft_fra,
    indsats.ende_dato as kraft_til,
    false as kan_undtages
from indsats
left join opfulgt on indsats.indsats_id = opfulgt.indsats_id
where
    indsats.begin_dato is not null
    and not coalesce(list_contains($uden_tilbud, indsats.tilbud), false)
