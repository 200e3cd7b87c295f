-- one row per measure begun from a day on and in force on the deadline: the family seen by the end of an
-- investigation under way, and at the latest some months after the measure began
with undersoegelsen_slut as (
    select
        indsats.indsats_id,
        min(undersoegt.afsluttet_dato) as dato
    from indsats_52 as indsats
    inner join undersoegt
        on
            indsats.sag_id = undersoegt.sag_id
            and undersoegt.startet_dato <= indsats.begin_dato
            and undersoegt.afsluttet_dato > indsats.begin_dato
    group by indsats.indsats_id
),

foerste_gang as (
    select
        indsats.indsats_id,
        min(indsats_set.dato) as dato
    from indsats_52 as indsats
    inner join indsats_set
        on
            indsats.indsats_id = indsats_set.indsats_id
            and indsats_set.dato > indsats.start_dato
            and indsats_set.dato >= indsats.begin_dato
    group by indsats.indsats_id
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.begin_dato as startdato,
    least(plus_maaneder(indsats.begin_dato, $maaneder), undersoegelsen_slut.dato) as frist_dato,
    foerste_gang.dato as udfoert_dato,
    indsats.begin_dato as kraft_fra,
    indsats.ende_dato as kraft_til,
    false as kan_undtages
from indsats_52 as indsats
left join undersoegelsen_slut on indsats.indsats_id = undersoegelsen_slut.indsats_id
left join foerste_gang on indsats.indsats_id = foerste_gang.indsats_id
where indsats.begin_dato >= $fra_dato
