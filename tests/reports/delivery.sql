attach ':memory:' as lev;
create schema lev.data;
create schema lev.raa;
create table lev.leverance (leverance_id varchar);
create table lev.advarsel (
    leverance_id varchar, extract varchar, linje bigint, kolonne varchar, aarsag varchar
);
create table lev.data.kommentarer (
    plan_id varchar, indikator_id varchar, team_id varchar, periode varchar, tekst varchar, dato date,
    ansvarlig varchar
);
create table lev.data.tilsynssvar (
    tilsyn_id varchar, maalepunkt varchar, sag_id varchar, team_id varchar, raadgiver_id varchar,
    gennemgaaet_dato date, svar varchar, bemaerkning varchar, plan_id varchar, genlaesning boolean
);
create table lev.data.raadgivere (raadgiver_id varchar, navn varchar);
create table lev.raa.sager (linje bigint, sag_id varchar);
create table lev.raa.teams (linje bigint, team_id varchar);
