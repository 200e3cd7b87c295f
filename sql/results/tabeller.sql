-- the computed tables, empty, in the database that is to be published

-- one row per plan
create table ud.plan (
    plan_id varchar not null,
    titel varchar not null,
    organisation varchar not null,
    start_dato date not null,
    slut_dato date not null
);

-- one row per indicator of the plan
create table ud.indikator (
    plan_id varchar not null,
    indikator_id varchar not null,
    udviklingspunkt integer not null,
    titel varchar not null,
    spoergsmaal varchar not null,
    kilde varchar not null,
    planens_maaling varchar,
    art varchar not null,
    vaerditype varchar not null,
    enhed varchar not null,
    retning varchar not null,
    taeller_tekst varchar not null,
    naevner_tekst varchar not null,
    lovgrundlag varchar,
    antagelse varchar
);

-- one row per milestone
create table ud.milepael (
    plan_id varchar not null,
    indikator_id varchar not null,
    dato date not null,
    procent double not null,
    slutmaal boolean not null,
    vedtaget date
);

-- one row per period
create table ud.periode (
    periodetype varchar not null,
    periode varchar not null,
    foerste_dag date not null,
    sidste_dag date not null,
    opgjort_pr date not null,
    foreloebig boolean not null
);
