-- one row per unit and either the day whose months it belongs to or the day it was made up on
create temp table bedoemmelse (
    plan_id varchar not null,
    indikator_id varchar not null,
    kilde varchar not null,
    enhed_id varchar not null,
    sag_id varchar,
    har_eget_team boolean default false,
    egen_team_id varchar,
    egen_raadgiver_id varchar,
    startdato date,
    referencedato date not null,
    frist_dato date,
    haendelsesdato date,
    udfald varchar not null,
    aarsag varchar,
    -- where aarsag is not given: this when the deed is dated by then, else mangler
    dokumenteret_dato date,
    aarsag_dokumenteret varchar,
    vaerdi double,
    kategori varchar,
    gruppe varchar,
    -- one of the two is set
    periodedag date,
    opgjort_pr date
);
