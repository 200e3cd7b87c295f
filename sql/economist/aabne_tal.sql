-- the tables of the open copy, empty, in the database it is copied from

-- one row: what the copy is
create table ud.om (
    organisation varchar not null,
    plan_titel varchar not null,
    periode varchar not null,
    program_version varchar not null
);

-- one row per thing its reader must know
create table ud.bemaerkning (
    nr integer not null,
    tekst varchar not null
);

-- one row per plan, indicator, source and period of which the committee has been told
create table ud.aabne_tal (
    periodetype varchar not null,
    periode varchar not null,
    plan_id varchar not null,
    indikator_id varchar not null,
    titel varchar not null,
    kilde varchar not null,
    foerer boolean not null,
    vaerditype varchar not null,
    enhed varchar,
    antal bigint,
    opfyldt bigint,
    vaerdi double,
    vist varchar,
    fortalt varchar not null,
    tilstand varchar not null,
    milepael_procent double,
    milepael_dato date,
    status varchar
);
