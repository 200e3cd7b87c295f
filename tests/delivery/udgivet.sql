create table ud.opgoerelse (
    plan_id varchar, periode varchar, periodetype varchar, foerste_dag date, sidste_dag date, opgjort_pr date,
    foreloebig boolean, udtraeksdato date, leverance_id varchar, program_version varchar
);
create table ud.bemaerkning (nr integer, tekst varchar);
create table ud.teams (team_id varchar, navn varchar);
create table ud.milepaelsstatus (plan_id varchar, milepael_id varchar, status varchar, dato date);
create table ud.indikator_start (
    plan_id varchar, indikator_id varchar, periodetype varchar, periode varchar, start_fra varchar, antal bigint
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
