-- one row per case of a project closed while the child was under the age
insert into enhed_haendelse by name
select
    sag_id as enhed_id,
    sag_id,
    lukket_dato as dato,
    lukket_dato - oprettet_dato as vaerdi
from projekt_sag($under_alder)
where lukket_dato is not null and (alder_til is null or lukket_dato < alder_til)
