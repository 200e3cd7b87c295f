-- one row per text: whether it is a day, or a point in time, however unlikely
select
    tekst,
    som_dato(tekst) is not null as dato,
    som_tidspunkt(tekst) is not null as tidspunkt
from unnest($tekster::varchar[]) as tekster (tekst);
