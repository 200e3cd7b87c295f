-- one row per case of a project and day the family was seen, but the case's first such day
with dage as (
    select
        sag_id,
        dato,
        lag(dato) over (partition by sag_id order by dato) as forrige
    from sag_set
)

insert into enhed_haendelse by name
select
    dage.sag_id || '@' || strftime(dage.dato, '%Y-%m-%d') as enhed_id,
    dage.sag_id,
    dage.dato,
    dage.dato - dage.forrige as vaerdi
from dage
inner join projekt_sag($under_alder) as projekt
    on dage.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, dage.dato)
where dage.forrige is not null
