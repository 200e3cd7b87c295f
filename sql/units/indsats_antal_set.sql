-- one row per measure still in force some months after it began, on that day: the days the family was seen
insert into enhed_haendelse by name
with fyldt as (
    select
        indsats_id,
        sag_id,
        begin_dato,
        plus_maaneder(begin_dato, $maaneder) as dato
    from indsats
    where er_aktiv(begin_dato, ende_dato, plus_maaneder(begin_dato, $maaneder))
)

select
    fyldt.indsats_id as enhed_id,
    fyldt.sag_id,
    fyldt.dato,
    count(indsats_set.dato) as vaerdi
from fyldt
left join indsats_set
    on
        fyldt.indsats_id = indsats_set.indsats_id
        and indsats_set.dato > fyldt.begin_dato
        and indsats_set.dato <= fyldt.dato
group by fyldt.indsats_id, fyldt.sag_id, fyldt.dato
