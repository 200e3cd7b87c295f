-- one row per workbook whose every answer and statement is from before $dag
with
indhold as (
    select
        kilde_fil,
        coalesce(gennemgaaet_dato, indlaest_tidspunkt::date) as dag
    from gennemgang.besvarelse
    union all
    select
        kilde_fil,
        indlaest_tidspunkt::date as dag
    from gennemgang.indmelding
)

select kilde_fil
from indhold
group by kilde_fil
having max(dag) < $dag::date
order by kilde_fil;
