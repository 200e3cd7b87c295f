-- one row per meeting of a case of a project
insert into enhed_haendelse by name
select
    moede.enhed_id,
    moede.sag_id,
    moede.dato,
    coalesce(moede.privat_netvaerk_deltog and moede.professionelt_netvaerk_deltog, false) as opfyldt,
    case
        when moede.privat_netvaerk_deltog is null or moede.professionelt_netvaerk_deltog is null
            then 'mangler'
        else 'indhold'
    end as aarsag
from moede
inner join projekt_sag($under_alder) as projekt
    on moede.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, moede.dato)
