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
