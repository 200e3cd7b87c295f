-- the tables of what the reading says, empty, in the database that is to be published

-- one row per round, question and team (ALLE: all of them) with an answer
create table tilsyn_svar (
    plan_id varchar not null,
    traekning_id varchar not null,
    tema_id varchar not null,
    periode varchar not null,
    maalepunkt_id varchar not null,
    team_id varchar not null,
    ja integer not null,
    delvist integer not null,
    nej integer not null,
    ikke_relevant integer not null,
    kan_ikke_ses integer not null,
    medarbejdere integer not null,
    medarbejdere_ja integer not null,
    ramme integer not null,
    grundlag varchar not null,
    andel double,
    ki_nedre double,
    ki_oevre double
);

-- one row per question and round that was read twice; traekning_id ALLE: the twelve months to the day of the run
create table tilsyn_enighed (
    plan_id varchar not null,
    maalepunkt_id varchar not null,
    traekning_id varchar not null,
    laest_to_gange integer not null,
    enige integer not null,
    enighed double not null,
    ac1 double not null
);

-- one row per round, question and team (ALLE: all of them) with an object that was read and that the register judges
create table tilsyn_mod_register (
    plan_id varchar not null,
    traekning_id varchar not null,
    periode varchar not null,
    maalepunkt_id varchar not null,
    team_id varchar not null,
    begge_ja integer not null,
    begge_nej integer not null,
    kun_register integer not null,
    kun_laesning integer not null,
    ramme_ja integer not null,
    ramme_nej integer not null,
    register_andel double,
    rettet_andel double,
    rettet_nedre double,
    rettet_oevre double,
    ikke_registreret double,
    ikke_gjort double,
    ikke_fundet double
);
