create table opgoerelse (
    plan_id varchar, periode varchar, periodetype varchar, foerste_dag date, sidste_dag date, opgjort_pr date,
    udtraeksdato date, leverance_id varchar, foreloebig boolean, program_version varchar
);
create table plan (plan_id varchar, orden integer);
create table periode (plan_id varchar, periodetype varchar, periode varchar, foerste_dag date);
create table indikator (plan_id varchar, indikator_id varchar, kilde varchar, art varchar);
create table kategori (plan_id varchar, indikator_id varchar, kategori varchar, tekst varchar, orden integer);
create table bemaerkning (nr integer, tekst varchar);
create table teams (team_id varchar, navn varchar);
create table milepael (
    plan_id varchar, indikator_id varchar, dato date, procent double, slutmaal boolean, vedtaget date
);
create table indikator_resultat (
    plan_id varchar, indikator_id varchar, kilde varchar, periodetype varchar, periode varchar, team_id varchar,
    taeller bigint, naevner double, undtaget bigint, afventer bigint, vaerdi double, ki_nedre double,
    ki_oevre double, milepael_procent double, milepael_dato date, naeste_procent double, naeste_dato date,
    afstand_pp double, status varchar, usikker boolean, foreloebig boolean, foerer boolean,
    baseline_periode varchar, baseline_vaerdi double, baseline_naevner double, forskel double,
    forskel_nedre double, forskel_oevre double, grund varchar
);
create table indikator_fordeling (
    plan_id varchar, indikator_id varchar, kilde varchar, periodetype varchar, periode varchar, team_id varchar,
    kategori varchar, antal bigint, andel double, ki_nedre double, ki_oevre double
);
create table indikator_gruppe (
    plan_id varchar, indikator_id varchar, kilde varchar, periodetype varchar, periode varchar, team_id varchar,
    gruppe varchar, taeller bigint, naevner double, undtaget bigint, afventer bigint, vaerdi double,
    ki_nedre double, ki_oevre double
);
create table indikator_start (
    plan_id varchar, indikator_id varchar, periodetype varchar, periode varchar, start_fra varchar, antal bigint
);
create table indikator_raekke (
    plan_id varchar, indikator_id varchar, kilde varchar, periodetype varchar, periode varchar, enhed_id varchar,
    sag_id varchar, team_id varchar, raadgiver_id varchar, team_siden date, startdato date, referencedato date,
    frist_dato date, haendelsesdato date, udfald varchar, aarsag varchar, vaerdi double, kategori varchar
);
create table fristliste (
    plan_id varchar, indikator_id varchar, enhed_id varchar, sag_id varchar, team_id varchar,
    raadgiver_id varchar, startdato date, frist_dato date, tilstand varchar, dage bigint
);
create table milepaelsstatus (
    plan_id varchar, milepael_id varchar, status varchar, dato date, antal integer, i_alt integer,
    bemaerkning varchar
);
create table tilsynssvar (
    tilsyn_id varchar, maalepunkt varchar, plan_id varchar, team_id varchar, gennemgaaet_dato date, svar varchar,
    udvaelgelse varchar, genlaesning boolean
);
create table sager (
    sag_id varchar, barn_id varchar, oprettet_dato date, lukket_dato date, team_id varchar, raadgiver_id varchar
);
create table sagsfordeling (
    sag_id varchar, fra_dato date, til_dato date, team_id varchar, raadgiver_id varchar
);
create table indsatser (
    indsats_id varchar, sag_id varchar, kategori varchar, leverandoer_type varchar, afgoerelse_dato date,
    start_dato date, slut_dato date, bortfaldet_dato date, indsatstrin integer, anbringelsessted varchar
);
create table udgifter (
    postering_id varchar, sag_id varchar, indsats_id varchar, maaned varchar, beloeb decimal(18, 4), art varchar,
    budget decimal(18, 4)
);
create table underretninger (
    underretning_id varchar, sag_id varchar, team_id varchar, raadgiver_id varchar, modtaget_tidspunkt timestamp,
    modtaget_tidspunkt_har_klokkeslaet boolean
);
