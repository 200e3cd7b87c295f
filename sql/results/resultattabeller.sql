-- the three tables of results, empty, in the database that is to be published

-- one row per plan, indicator, source, period and team
create table ud.indikator_resultat (
    plan_id varchar not null,
    indikator_id varchar not null,
    kilde varchar not null,
    periodetype varchar not null,
    periode varchar not null,
    team_id varchar not null,
    taeller bigint,
    naevner double,
    undtaget bigint not null,
    afventer bigint not null,
    vaerdi double,
    ki_nedre double,
    ki_oevre double,
    milepael_procent double,
    milepael_dato date,
    naeste_procent double,
    naeste_dato date,
    afstand_pp double,
    status varchar not null,
    usikker boolean not null,
    foreloebig boolean not null,
    foerer boolean not null,
    baseline_periode varchar,
    baseline_vaerdi double,
    baseline_naevner double,
    forskel double,
    forskel_nedre double,
    forskel_oevre double,
    -- why it cannot be computed: what the delivery lacks
    grund varchar
);

-- one row per result of a distribution and kategori
create table ud.indikator_fordeling (
    plan_id varchar not null,
    indikator_id varchar not null,
    kilde varchar not null,
    periodetype varchar not null,
    periode varchar not null,
    team_id varchar not null,
    kategori varchar not null,
    antal bigint not null,
    andel double,
    ki_nedre double,
    ki_oevre double
);

-- one row per result and gruppe that has units in it
create table ud.indikator_gruppe (
    plan_id varchar not null,
    indikator_id varchar not null,
    kilde varchar not null,
    periodetype varchar not null,
    periode varchar not null,
    team_id varchar not null,
    gruppe varchar not null,
    taeller bigint,
    naevner double,
    undtaget bigint not null,
    afventer bigint not null,
    vaerdi double,
    ki_nedre double,
    ki_oevre double
);
