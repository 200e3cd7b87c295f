-- the tables of the reviews, in a file of their own that lives across deliveries; what is there is left alone

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
    primary key (traekning_id, genstand_type, genstand_id)
);

-- one row per object, question, reader and version of the answer; the highest version is in force
create table if not exists besvarelse (
    traekning_id varchar not null,
    genstand_type varchar not null,
    genstand_id varchar not null,
    maalepunkt_id varchar not null,
    genlaesning boolean not null,
    version integer not null,
    svar varchar check (svar in ('ja', 'delvist', 'nej', 'ikke_relevant', 'kan_ikke_ses')),
    bemaerkning varchar,
    aftale varchar,
    aftale_frist date,
    gennemgaaet_dato date,
    laeser varchar,
    kilde_fil varchar not null,
    indlaest_tidspunkt timestamp not null,
    primary key (traekning_id, genstand_type, genstand_id, maalepunkt_id, genlaesning, version)
);

-- one row per agreed action
create table if not exists aftale (
    aftale_id varchar primary key,
    traekning_id varchar not null,
    genstand_type varchar not null,
    genstand_id varchar not null,
    sag_id varchar not null,
    maalepunkt_id varchar not null,
    team_id varchar not null,
    raadgiver_id varchar,
    tekst varchar not null,
    frist date,
    oprettet_dato date not null,
    lukket_dato date,
    lukket_bemaerkning varchar
);

-- one row per field and version of what leaders reported in their workbook; the highest version is in force
create table if not exists indmelding (
    plan_id varchar not null,
    art varchar not null check (art in ('kommentar', 'aktivitet', 'aftale', 'tema')),
    noegle varchar not null,
    periode varchar not null,
    team_id varchar not null,
    felt varchar not null,
    vaerdi varchar,
    version integer not null,
    laeser varchar,
    kilde_fil varchar not null,
    indlaest_tidspunkt timestamp not null,
    primary key (plan_id, art, noegle, periode, team_id, felt, version)
);
