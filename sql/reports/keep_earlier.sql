-- the results of a publication about to be replaced, kept so that the next reports can say what has changed

-- one row per plan, indicator, source, period and team
create table gemt.indikator_resultat as
select
    plan_id,
    indikator_id,
    kilde,
    periodetype,
    periode,
    team_id,
    taeller,
    naevner,
    vaerdi,
    foreloebig
from gammel.main.indikator_resultat;

-- one row per plan and indicator: what was measured
create table gemt.indikator as
select
    plan_id,
    indikator_id,
    art,
    vaerditype,
    taeller_tekst,
    naevner_tekst
from gammel.main.indikator;
