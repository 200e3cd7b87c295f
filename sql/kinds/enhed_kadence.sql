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
