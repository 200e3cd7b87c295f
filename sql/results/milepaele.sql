-- one row per period and indicator with milestones: the one in force and the next
create temp table maal as
with vedtagne as (
    -- a revised milestone replaces the earlier one of its date from the day it was adopted
    select
        periode.periodetype,
        periode.periode,
        periode.sidste_dag,
        milepael.indikator_id,
        milepael.dato,
        arg_max(milepael.procent, coalesce(milepael.vedtaget, '-infinity'::date)) as procent
    from ud.periode as periode
    inner join ud.milepael as milepael
        on milepael.vedtaget is null or milepael.vedtaget <= periode.sidste_dag
    group by all
)

select
    periodetype,
    periode,
    indikator_id,
    max(dato) filter (where dato <= sidste_dag) as milepael_dato,
    arg_max(procent, dato) filter (where dato <= sidste_dag) as milepael_procent,
    min(dato) filter (where dato > sidste_dag) as naeste_dato,
    arg_min(procent, dato) filter (where dato > sidste_dag) as naeste_procent
from vedtagne
group by all;
