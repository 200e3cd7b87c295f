-- one row per day a family was seen about some measures that are still in force on the deadline
with grundlag as (
    select
        indsats_set.indsats_id,
        indsats_set.dato,
        min(aktivitet.dato) as udfoert_dato
    from indsats_set
    inner join indsats on indsats_set.indsats_id = indsats.indsats_id
    inner join aktiviteter as aktivitet
        on indsats.sag_id = aktivitet.sag_id and aktivitet.dato >= plus_dage(indsats_set.dato, -$dage_foer)
    where list_contains($undertyper, aktivitet.undertype)
    group by indsats_set.indsats_id, indsats_set.dato
)

insert into enhed_frist by name
select
    indsats.indsats_id || '@' || strftime(indsats_set.dato, '%Y-%m-%d') as enhed_id,
    indsats.sag_id,
    indsats_set.dato as startdato,
    plus_dage(indsats_set.dato, $dage) as frist_dato,
    grundlag.udfoert_dato,
    true as gaelder_foer_start,
    indsats.begin_dato as kraft_fra,
    indsats.ende_dato as kraft_til,
    false as kan_undtages
from indsats_set
inner join indsats on indsats_set.indsats_id = indsats.indsats_id
left join grundlag
    on indsats_set.indsats_id = grundlag.indsats_id and indsats_set.dato = grundlag.dato
where indsats.begin_dato is not null and list_contains($kategorier, indsats.kategori)
