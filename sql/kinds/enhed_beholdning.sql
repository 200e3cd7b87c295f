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
