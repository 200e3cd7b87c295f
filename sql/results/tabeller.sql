-- the tables of definitions, empty, in the database that is to be published

-- one row per plan of the run; the first leads
create table ud.plan (
    plan_id varchar not null,
    titel varchar not null,
    organisation varchar not null,
    start_dato date not null,
    slut_dato date not null,
    orden integer not null,
    slags varchar not null,
    plan_sha256 varchar not null
);

-- one row per indicator
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
    antagelse varchar,
    orden integer not null,
    maaltype varchar not null,
    tilsyn_foerer boolean not null,
    vaerdienhed varchar,
    baseline varchar
);

-- one row per category of a distribution, in the plan's order
create table ud.kategori (
    plan_id varchar not null,
    indikator_id varchar not null,
    kategori varchar not null,
    tekst varchar not null,
    orden integer not null
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

-- one row per published figure that results are seen beside
create table ud.reference (
    plan_id varchar not null,
    indikator_id varchar not null,
    -- null where the source prints words alone
    vaerdi double,
    dato date not null,
    tekst varchar not null,
    kilde varchar not null,
    forbehold varchar not null
);

-- one row per plan and period computed
create table ud.periode (
    plan_id varchar not null,
    periodetype varchar not null,
    periode varchar not null,
    foerste_dag date not null,
    sidste_dag date not null,
    opgjort_pr date not null,
    foreloebig boolean not null
);
