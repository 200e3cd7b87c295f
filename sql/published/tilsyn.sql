-- the rounds of case review, empty: no free text and no reader's name

-- one row per round
create table ud.tilsyn_traekning (
    traekning_id varchar not null,
    plan_id varchar not null,
    tema_id varchar not null,
    periode varchar not null,
    nr integer not null,
    udvaelgelse varchar not null,
    enhed varchar not null,
    fra_dato date not null,
    til_dato date not null,
    udtraeksdato date not null,
    indhold_sha256 varchar not null,
    seed bigint not null,
    genlaes_andel double not null,
    ramme integer not null,
    antal integer not null,
    udeladt_laest integer not null,
    udeladt_uden_raadgiver integer not null,
    trukket_tidspunkt timestamp not null,
    trukket integer not null,
    laest integer not null,
    udgaaet integer not null,
    mangler integer not null
);

-- one row per round and stratum
create table ud.tilsyn_stratum (
    traekning_id varchar not null,
    plan_id varchar not null,
    team_id varchar not null,
    raadgiver_id varchar,
    ramme integer not null,
    antal integer not null,
    trukket integer not null,
    laest integer not null,
    udgaaet integer not null,
    mangler integer not null
);

-- one row per round and object of its frame, drawn or not
create table ud.tilsyn_genstand (
    traekning_id varchar not null,
    plan_id varchar not null,
    genstand_type varchar not null,
    genstand_id varchar not null,
    sag_id varchar not null,
    team_id varchar not null,
    raadgiver_id varchar,
    genstand_dato date not null,
    orden integer not null,
    rolle varchar not null,
    tilstand varchar not null,
    er_laest boolean not null,
    udgaaet_aarsag varchar,
    udgaaet_dato date,
    traekkes_for varchar,
    laeser_team_id varchar not null,
    genlaeser_team_id varchar
);
