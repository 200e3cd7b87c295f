-- what a delivery's file holds besides its raw and typed extracts; empty

create schema lev.raa;
create schema lev.data;

-- one row: the delivery
create table lev.leverance (
    leverance_id varchar not null,
    udtraeksdato date not null,
    indlaest_tidspunkt timestamp not null,
    indhold_sha256 varchar not null,
    definition_sha256 varchar not null
);

-- one row per file of the delivery; egne of its quarantined rows are at fault themselves
create table lev.leverance_fil (
    leverance_id varchar not null,
    extract varchar not null,
    sha256 varchar not null,
    laest bigint not null,
    accepteret bigint not null,
    dubletter bigint not null,
    karantaene bigint not null,
    egne bigint not null,
    advarsler bigint not null
);

-- one row per fault of a quarantined row
create table lev.karantaene (
    leverance_id varchar not null,
    extract varchar not null,
    linje bigint not null,
    kolonne varchar,
    aarsag varchar not null
);

-- one row per warning of an accepted row
create table lev.advarsel (
    leverance_id varchar not null,
    extract varchar not null,
    linje bigint not null,
    kolonne varchar,
    aarsag varchar not null
);

-- one row per column that no row fills although an earlier delivery filled it: what reads it is not computed
create table lev.mistet_kolonne (extract varchar not null, kolonne varchar not null);

-- one row per column that some accepted row fills
create table lev.udfyldt (extract varchar not null, kolonne varchar not null);

-- one row per thing the delivery's readers must be told: what was assumed, which limits were lifted
create table lev.bemaerkning (nr integer not null, tekst varchar not null);

-- one row per message to whoever took the delivery in; the remarks are among them
create table lev.besked (nr integer not null, tekst varchar not null);

-- one row per row that does not fit its file's headings; kept here, since no column is sure
create table lev.raa.skaeve_raekker (
    extract varchar not null,
    linje bigint not null,
    felter varchar[] not null
);

-- one row per key of an extract that others refer to; accepteret is false where no row with it was accepted
create temp table noegler (extract varchar not null, noegle varchar not null, accepteret boolean not null);
