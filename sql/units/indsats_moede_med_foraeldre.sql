-- one row per measure begun and in force on the deadline: a meeting about it with the parents by then
with moeder as (
    select
        indsats.indsats_id,
        min(opfoelgning.dato) as dato
    from indsats
    inner join indsats_opfoelgning as opfoelgning
        on indsats.indsats_id = opfoelgning.indsats_id and opfoelgning.dato > indsats.begin_dato
    inner join moede on indsats.sag_id = moede.sag_id and opfoelgning.dato = moede.dato
    where opfoelgning.form = 'moede' and moede.foraeldre_deltog
    group by indsats.indsats_id
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.begin_dato as startdato,
    plus_maaneder(indsats.begin_dato, $maaneder) as frist_dato,
    moeder.dato as udfoert_dato,
    indsats.begin_dato as kraft_fra,
    indsats.ende_dato as kraft_til,
    false as kan_undtages
from indsats
left join moeder on indsats.indsats_id = moeder.indsats_id
where indsats.begin_dato is not null
