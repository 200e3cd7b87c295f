-- one row per placement begun and in force on the deadline: visited, and the parents spoken with, by then
with anbringelser as (
    select *
    from indsats
    where
        kategori = 'anbringelse'
        and begin_dato is not null
        and not coalesce(list_contains($uden_tilbud, tilbud), false)
),

besoegt as (
    select
        anbringelser.indsats_id,
        min(opfoelgning.dato) as dato
    from anbringelser
    inner join indsats_opfoelgning as opfoelgning
        on anbringelser.indsats_id = opfoelgning.indsats_id and opfoelgning.dato > anbringelser.begin_dato
    where opfoelgning.form = 'besoeg'
    group by anbringelser.indsats_id
),

foraeldrekontakt as (
    select
        sag_id,
        dato
    from opfoelgninger
    where foraeldre_deltog and form <> 'udeblevet'
    union
    select
        sag_id,
        dato
    from aktiviteter
    where type = 'kontakt'
),

kontaktet as (
    select
        anbringelser.indsats_id,
        min(foraeldrekontakt.dato) as dato
    from anbringelser
    inner join foraeldrekontakt
        on anbringelser.sag_id = foraeldrekontakt.sag_id and foraeldrekontakt.dato > anbringelser.begin_dato
    group by anbringelser.indsats_id
)

insert into enhed_frist by name
select
    anbringelser.indsats_id as enhed_id,
    anbringelser.sag_id,
    anbringelser.begin_dato as startdato,
    plus_dage(anbringelser.begin_dato, $dage) as frist_dato,
    -- both: with one of them missing nothing is done
    case
        when besoegt.dato is not null and kontaktet.dato is not null
            then greatest(besoegt.dato, kontaktet.dato)
    end as udfoert_dato,
    anbringelser.begin_dato as kraft_fra,
    anbringelser.ende_dato as kraft_til,
    false as kan_undtages
from anbringelser
left join besoegt on anbringelser.indsats_id = besoegt.indsats_id
left join kontaktet on anbringelser.indsats_id = kontaktet.indsats_id
