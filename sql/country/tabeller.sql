-- the tables of the country's file, empty, in the database that is to be published

-- one row: what the file is
create table ud.opgoerelse (
    periode varchar not null,
    periodetype varchar not null,
    foerste_dag date not null,
    sidste_dag date not null,
    program_version varchar not null
);

-- one row per municipality of the list
create table ud.kommune (
    kommune_id varchar not null,
    navn varchar not null,
    tilstand varchar not null,
    med boolean not null,
    udtraeksdato date,
    laest bigint,
    accepteret bigint,
    dubletter bigint,
    karantaene bigint,
    advarsler bigint
);

-- one row per plan, indicator and definition that some municipality is measured by
create table ud.indikator (
    plan_id varchar not null,
    indikator_id varchar not null,
    definition varchar not null,
    plan varchar not null,
    titel varchar not null,
    vaerditype varchar not null,
    vaerdienhed varchar,
    retning varchar not null,
    taeller_tekst varchar not null,
    naevner_tekst varchar not null,
    orden integer not null
);

-- one row per municipality, plan and indicator
create table ud.resultat (
    kommune_id varchar not null,
    plan_id varchar not null,
    indikator_id varchar not null,
    definition varchar not null,
    kilde varchar not null,
    antal bigint,
    opfyldt bigint,
    opfyldt_mindst bigint,
    opfyldt_hoejst bigint,
    vaerdi double,
    ki_nedre double,
    ki_oevre double,
    milepael_procent double,
    status varchar,
    usikker boolean,
    skjult boolean not null,
    grund varchar
);
