-- what was promised by dated milestones

-- one row per period and indicator with milestones: the one in force and the
-- next
create temp table maal as
with vedtagne as (
    -- a revised milestone replaces the earlier one of its date from the day it
    -- was adopted
    select
        planperiode.periode_nr,
        planperiode.sidste_dag,
        milepael.plan_id,
        milepael.indikator_id,
        milepael.dato,
        arg_max(
            milepael.procent, coalesce(milepael.vedtaget, '-infinity'::date)
        ) as procent
    from planperiode
    inner join ud.milepael as milepael
        on
            planperiode.plan_id = milepael.plan_id
            and coalesce(milepael.vedtaget <= planperiode.sidste_dag, true)
    group by all
)

select
    periode_nr,
    plan_id,
    indikator_id,
    max(dato) filter (where dato <= sidste_dag) as milepael_dato,
    arg_max(procent, dato) filter (where dato <= sidste_dag)
        as milepael_procent,
    min(dato) filter (where dato > sidste_dag) as naeste_dato,
    arg_min(procent, dato) filter (where dato > sidste_dag) as naeste_procent
from vedtagne
group by all;

-- one row per cell of an indicator with milestones
insert into vurdering by name
with holdt_op as (
    select
        celle.celle_nr,
        celle.vaerditype,
        opgjort.maalt,
        opgjort.antal,
        opgjort.vaerdi,
        opgjort.ki_nedre,
        opgjort.ki_oevre,
        maal.indikator_id is not null as har_milepaele,
        maal.milepael_procent,
        maal.milepael_dato,
        maal.naeste_procent,
        maal.naeste_dato,
        -- where less is better, every comparison is mirrored
        case when serie.retning = 'faldende' then -1 else 1 end as fortegn
    from celle
    inner join opgjort on celle.celle_nr = opgjort.celle_nr
    inner join serie on celle.serie_nr = serie.serie_nr
    left join maal
        on
            celle.periode_nr = maal.periode_nr
            and serie.plan_id = maal.plan_id
            and serie.indikator_id = maal.indikator_id
    where celle.maaltype = 'milepaele' and celle.gruppe is null
)

select
    celle_nr,
    milepael_procent,
    milepael_dato,
    naeste_procent,
    naeste_dato,
    vaerdi - milepael_procent as afstand_pp,
    case
        when not maalt then 'ingen_data'
        when not har_milepaele then 'uden_milepael'
        when milepael_procent is null then 'foer_foerste_milepael'
        when fortegn * vaerdi >= fortegn * naeste_procent then 'foran'
        when fortegn * vaerdi >= fortegn * milepael_procent then 'naaet'
        else 'ikke_naaet'
    end as status,
    maalt and (
        er_faa(vaerditype, antal)
        or (milepael_procent is not null and antal < 5)
        or coalesce(
            ki_nedre < milepael_procent and milepael_procent < ki_oevre, false
        )
    ) as usikker
from holdt_op;

drop table maal;
