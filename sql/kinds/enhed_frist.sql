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
