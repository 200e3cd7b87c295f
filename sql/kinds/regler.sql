-- one macro per rule that several kinds or units share (contract, section 2)

-- a stock's units on a day: begun, not ended, not fallen away, and the case not closed
create temp macro er_aktiv(begin_dato, ende_dato, dag) as (
    begin_dato <= dag and (ende_dato is null or ende_dato > dag)
);

-- the day a case closed for a reason that exempts; null for other reasons
create temp macro undtagende_lukning(lukket_dato, lukket_aarsag) as (
    case when lukket_aarsag in ('fraflyttet', 'fyldt_18', 'doed') then lukket_dato end
);

-- a child is n years when the birthday, clamped to the month's last day, has come
create temp macro er_fyldt(foedselsdato, alder, dag) as (
    (foedselsdato + to_years(alder::integer))::date <= dag
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

-- a day and an interval of months, of days, or of both
create temp macro plus_interval(dag, maaneder, dage) as (
    (dag + to_months(coalesce(maaneder, 0)::integer) + to_days(coalesce(dage, 0)::integer))::date
);

-- an agreed rhythm counts where it is from one month to the longest allowed; else the longest holds
create temp macro rytme(opfoelgning_maaneder, hoejst_maaneder) as (
    case
        when opfoelgning_maaneder between 1 and hoejst_maaneder then opfoelgning_maaneder
        else hoejst_maaneder
    end
);

-- a unit of a measure exists while the measure is in force; one without kraft_fra always does
create temp macro er_i_kraft(kraft_fra, kraft_til, dag) as (
    kraft_fra is null or er_aktiv(kraft_fra, kraft_til, dag)
);
