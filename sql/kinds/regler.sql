-- one macro per rule that several indicators share (contract, section 2)

-- a stock's units on a day: begun, not ended, not fallen away, and the case not closed
create temp macro er_aktiv(start_dato, slut_dato, bortfaldet_dato, lukket_dato, dag) as (
    start_dato <= dag
    and (slut_dato is null or slut_dato > dag)
    and (bortfaldet_dato is null or bortfaldet_dato > dag)
    and (lukket_dato is null or lukket_dato > dag)
);

-- the day a case closed for a reason that exempts; null for other reasons
create temp macro undtagende_lukning(lukket_dato, lukket_aarsag) as (
    case when lukket_aarsag in ('fraflyttet', 'fyldt_18', 'doed') then lukket_dato end
);

-- a child is n years when the birthday, clamped to the month's last day, has come
create temp macro er_fyldt(foedselsdato, alder, dag) as (
    (foedselsdato + to_years(alder))::date <= dag
);

create temp macro er_ufoedt(sagstype, foedselsdato, dag) as (
    sagstype = 'ufoedt' and (foedselsdato is null or foedselsdato > dag)
);

-- months are calendar months, clamped to the month's last day
create temp macro plus_maaneder(dag, antal) as (
    (dag + to_months(antal::integer))::date
);

create temp macro plus_dage(dag, antal) as (
    dag + antal::integer
);
