-- one row per text: whether it is a day, or a point in time, however unlikely; days of zeros count as such
select
    tekst,
    som_dato(tekst) is not null or nuldag(tekst) as dato,
    som_tidspunkt(tekst) is not null or nuldag(tekst) as tidspunkt
from unnest($tekster::varchar[]) as tekster (tekst);
