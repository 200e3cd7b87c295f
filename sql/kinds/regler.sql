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

-- names given in plans compare with those of the extracts without regard to case and separators
create temp macro som_navn(tekst) as (
    regexp_replace(lower(tekst), '[\s_-]+', '_', 'g')
);

-- the family was seen: met, visited or spoken with, and not only written about or waited for
create temp macro er_set(form) as (
    form in ('moede', 'telefon', 'besoeg')
);

-- an activity of the kinds given; where none are, one that maps the network
create temp macro er_netvaerksarbejde(undertype, undertyper) as (
    list_contains(
        coalesce(undertyper::varchar[], ['genogram', 'netvaerkskort', 'netvaerkscirkel']), undertype
    )
);

-- leaders and others hold no caseload and have no rhythm of sparring
create temp macro er_raadgiver(rolle) as (
    coalesce(rolle, 'raadgiver') not in ('leder', 'andet')
);

-- a section of the law compares without its sign and the blanks around it
create temp macro paragraf_begynder(paragraf, begyndelse) as (
    starts_with(regexp_replace(paragraf, '^[§\s\p{Z}]+', ''), begyndelse)
);

-- a unit of a measure exists while the measure is in force; one without kraft_fra always does
create temp macro er_i_kraft(kraft_fra, kraft_til, dag) as (
    kraft_fra is null or er_aktiv(kraft_fra, kraft_til, dag)
);

-- a case review answer enters a share unless its case was picked out, or it is a second reader's
create temp macro indgaar_i_andel(udvaelgelse, genlaesning) as (
    udvaelgelse is distinct from 'kriterier' and not coalesce(genlaesning, false)
);

-- why an answer other than yes is no yes
create temp macro svar_aarsag(svar) as (
    case when svar = 'kan_ikke_ses' then 'mangler' else 'indhold' end
);
