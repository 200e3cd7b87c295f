-- one row per expense on a placement in a case of a project, on the first day of its month
with udgift as (
    select
        udgifter.postering_id,
        udgifter.sag_id,
        udgifter.beloeb,
        (udgifter.maaned || '-01')::date as dato
    from udgifter
    inner join indsatser on udgifter.indsats_id = indsatser.indsats_id
    where indsatser.kategori = 'anbringelse'
)

insert into enhed_haendelse by name
select
    udgift.postering_id as enhed_id,
    udgift.sag_id,
    udgift.dato,
    udgift.beloeb as vaerdi
from udgift
inner join projekt_sag($under_alder) as projekt
    on udgift.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, udgift.dato)
