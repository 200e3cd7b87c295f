-- empty tables that the indicators' units are gathered in
-- (each unit belongs to the indicator being gathered, so that its SQL states its units alone)

-- one row per unit that has a deadline
create temp table enhed_frist (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    startdato date not null,
    frist_dato date not null,
    -- the deed, whenever it was done; before startdato it does not count unless gaelder_foer_start
    udfoert_dato date,
    gaelder_foer_start boolean default false,
    -- set where the day alone does not decide whether the deed was in time
    rettidig boolean,
    -- the unit's own exemption, where the deed was not done in time; it waits for nothing
    undtaget boolean default false,
    -- the unit's own row fell away or was broken off: part of the general exemption
    bortfaldet_dato date,
    kan_undtages boolean default true,
    -- set where the outcome is decided only when the deadline comes
    opfyldt_ved_frist boolean,
    -- why not: given; or aarsag_dokumenteret when something is documented by then, else mangler
    aarsag varchar,
    dokumenteret_dato date,
    aarsag_dokumenteret varchar,
    fast_referencedato date,
    paa_fristliste boolean default true,
    -- from this day on it is no longer on the fristliste
    fristliste_til date,
    -- set where the unit exists only while something is in force: on the deadline, until then on the day
    -- made up on
    kraft_fra date,
    kraft_til date,
    -- what the start was taken from, where that is told
    start_fra varchar,
    gruppe varchar,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per unit that happens on a day
create temp table enhed_haendelse (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    dato date not null,
    -- null where nothing is judged, but counted or measured
    opfyldt boolean,
    undtaget boolean default false,
    vaerdi double,
    kategori varchar,
    gruppe varchar,
    -- a case closed from startdato to dato exempts, where startdato is set
    startdato date,
    -- why not: given; or aarsag_dokumenteret when something is documented by then, else mangler
    aarsag varchar,
    dokumenteret_dato date,
    aarsag_dokumenteret varchar default 'indhold',
    har_eget_team boolean default false,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per unit of a stock and day the stock is made up on
create temp table enhed_beholdning (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    opgjort_pr date not null,
    udfald varchar default 'opgjort',
    vaerdi double,
    kategori varchar,
    gruppe varchar,
    aarsag varchar,
    startdato date,
    frist_dato date,
    haendelsesdato date,
    har_eget_team boolean default false,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per base of a chain of deadlines; the first interval is never longer than the later ones
create temp table enhed_kadence (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    startdato date not null,
    -- the earliest day the base was no longer in force
    slutdato date,
    foerste_maaneder integer,
    foerste_dage integer,
    senere_maaneder integer,
    senere_dage integer,
    -- which links count: foerste, senere or alle
    led varchar not null,
    gruppe varchar,
    har_eget_team boolean default false,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per base and day it was followed up
create temp table kadence_opfoelgning (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    enhed_id varchar not null,
    dato date not null
);

-- one row per unit that a rate is held against, and day it was exposed
create temp table enhed_eksponering (
    plan_id varchar default getvariable('plan_id'),
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    opgjort_pr date not null
);

-- one row per indicator that reads what the delivery did not bring
create temp table uopgjort_indikator (
    plan_id varchar not null,
    indikator_id varchar not null,
    grund varchar not null
);
