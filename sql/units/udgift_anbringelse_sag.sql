-- one row per case of a project and month with expenses on a placement, on the month's first day
with udgift as (
    select
        udgifter.sag_id,
        udgifter.maaned,
        (udgifter.maaned || '-01')::date as dato,
        sum(udgifter.beloeb) as beloeb
    from udgifter
    inner join indsatser on udgifter.indsats_id = indsatser.indsats_id
    where indsatser.kategori = 'anbringelse'
    group by udgifter.sag_id, udgifter.maaned
)

insert into enhed_haendelse by name
select
    udgift.sag_id || '@' || udgift.maaned as enhed_id,
    udgift.sag_id,
    udgift.dato,
    udgift.beloeb as vaerdi
from udgift
inner join projekt_sag($under_alder) as projekt
    on udgift.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, udgift.dato)
