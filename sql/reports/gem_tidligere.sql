-- the results of a publication about to be replaced, kept so that the next reports can say what has changed
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
    foreloebig
from gammel.main.indikator_resultat;
