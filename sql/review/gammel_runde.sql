-- one row per round that reaches back before $dag whole: its frame, and every answer given in it
create or replace temp table gammel_runde as
select traekning.traekning_id
from gennemgang.traekning as traekning
left join gennemgang.besvarelse as svar on traekning.traekning_id = svar.traekning_id
group by traekning.traekning_id, traekning.til_dato, traekning.udtraeksdato
having
    greatest(
        traekning.til_dato,
        traekning.udtraeksdato,
        max(coalesce(svar.gennemgaaet_dato, svar.indlaest_tidspunkt::date))
    ) < $dag::date;
