-- one row per text that is a number: whether it fits each way a column of amounts may be read
select
    tekst,
    tal_med_komma(beloeb_tekst(tekst)) as komma,
    tal_med_tusind(beloeb_tekst(tekst)) as tusind,
    tal_med_punkt(beloeb_tekst(tekst)) as punkt
from unnest($tekster::varchar[]) as tekster (tekst)
where beloeb_tekst(tekst) is not null;
