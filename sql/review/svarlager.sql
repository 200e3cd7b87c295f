-- the tables of what leaders answered, agreed and reported, beside those of the rounds

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

-- one row per workbook read, known by its bytes: read again it changes nothing that was answered since
create table if not exists laest_skema (
    sha256 varchar primary key,
    indlaest_tidspunkt timestamp not null
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
