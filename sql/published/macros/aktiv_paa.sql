-- one value: whether a measure is in progress on a day, and its case open
create macro ud.aktiv_paa(start_dato, slut_dato, bortfaldet_dato, lukket_dato, dag) as (
    coalesce(
        start_dato <= dag
        and (slut_dato is null or slut_dato > dag)
        and (bortfaldet_dato is null or bortfaldet_dato > dag)
        and (lukket_dato is null or lukket_dato > dag),
        false
    )
);
