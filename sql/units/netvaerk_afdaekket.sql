-- one row per activity that maps the network in a case of a project
insert into enhed_haendelse by name
select
    aktivitet.aktivitet_id as enhed_id,
    aktivitet.sag_id,
    aktivitet.dato
from aktiviteter as aktivitet
inner join projekt_sag($under_alder) as projekt
    on aktivitet.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, aktivitet.dato)
where er_netvaerksarbejde(aktivitet.undertype, null)
