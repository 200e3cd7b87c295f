create table ud.opgoerelse (
    plan_id varchar, periode varchar, periodetype varchar, foerste_dag date, sidste_dag date, opgjort_pr date,
    foreloebig boolean, udtraeksdato date, leverance_id varchar, program_version varchar
);
create table ud.bemaerkning (nr integer, tekst varchar);
create table ud.teams (team_id varchar, navn varchar);
create table ud.indikator (
    plan_id varchar, indikator_id varchar, udviklingspunkt integer, titel varchar, kilde varchar
);
create table ud.milepael (
    plan_id varchar, indikator_id varchar, dato date, procent double, slutmaal boolean, vedtaget date
);
create table ud.milepaelsstatus (plan_id varchar, milepael_id varchar, status varchar, dato date);
create table ud.indikator_resultat (
    plan_id varchar, indikator_id varchar, kilde varchar, periodetype varchar, periode varchar, team_id varchar,
    taeller bigint, naevner bigint, undtaget bigint, afventer bigint, vaerdi double, ki_nedre double,
    ki_oevre double, milepael_procent double, milepael_dato date, naeste_procent double, naeste_dato date,
    afstand_pp double, status varchar, usikker boolean, foreloebig boolean
);
create table ud.indikator_raekke (
    plan_id varchar, indikator_id varchar, periodetype varchar, periode varchar, enhed_id varchar, udfald varchar
);
create table ud.fristliste (
    plan_id varchar, indikator_id varchar, enhed_id varchar, sag_id varchar, team_id varchar,
    raadgiver_id varchar, frist_dato date, tilstand varchar, dage bigint
);
create table ud.leverance (leverance_id varchar, udtraeksdato date);
create table ud.leverance_fil (leverance_id varchar, extract varchar, karantaene bigint);
