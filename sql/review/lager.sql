-- the tables of the rounds, in a file of their own that lives across deliveries; what is there is left alone

-- one row per round drawn: a theme of a plan in a period, from one delivery's frame
create table if not exists traekning (
    -- <plan_id>.<tema_id>.<periode>.<n>
    traekning_id varchar primary key,
    plan_id varchar not null,
    tema_id varchar not null,
    periode varchar not null,
    nr integer not null,
    udvaelgelse varchar not null check (udvaelgelse in ('tilfaeldig', 'kriterier', 'alle')),
    enhed varchar not null check (enhed in ('genstand', 'raadgiver')),
    fra_dato date not null,
    til_dato date not null,
    udtraeksdato date not null,
    indhold_sha256 varchar not null,
    seed bigint not null,
    genlaes_andel double not null,
    -- objects in the frame, and those drawn of them that day
    ramme integer not null,
    antal integer not null,
    -- objects that were no part of the frame: their case had been read lately; nobody answers for them
    udeladt_laest integer not null,
    udeladt_uden_raadgiver integer not null,
    trukket_tidspunkt timestamp not null,
    unique (plan_id, tema_id, periode, nr)
);

-- one row per round and question it asks, in the order of the form
create table if not exists traekning_maalepunkt (
    traekning_id varchar not null,
    maalepunkt_id varchar not null,
    orden integer not null,
    primary key (traekning_id, maalepunkt_id)
);

-- one row per round and stratum: a team, or a caseworker where the theme is one case per caseworker
create table if not exists traekning_stratum (
    traekning_id varchar not null,
    team_id varchar not null,
    raadgiver_id varchar,
    ramme integer not null,
    trukket integer not null
);

-- one row per round and object of its frame, drawn or not
create table if not exists traekning_genstand (
    traekning_id varchar not null,
    genstand_type varchar not null,
    genstand_id varchar not null,
    sag_id varchar not null,
    team_id varchar not null,
    raadgiver_id varchar,
    genstand_dato date not null,
    -- the random order within the stratum: the first are drawn, the next are reserves
    orden integer not null,
    rolle varchar not null check (rolle in ('trukket', 'reserve')),
    tilstand varchar not null check (tilstand in ('ude', 'udgaaet')),
    udgaaet_aarsag varchar check (udgaaet_aarsag in ('flyttet', 'fejlregistreret', 'andet')),
    udgaaet_dato date,
    -- genstand_id of the eliminated object that this reserve was drawn for
    traekkes_for varchar,
    laeser_team_id varchar not null,
    genlaeser_team_id varchar,
    -- in the caseworker's place when who that was has been deleted: a number by lot within the round
    raadgiver_nr integer,
    primary key (traekning_id, genstand_type, genstand_id)
);
