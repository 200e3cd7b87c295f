-- one row per round, question and team with an answer (ALLE: all of them)
select
    plan_id,
    traekning_id,
    maalepunkt_id,
    team_id,
    ja,
    delvist,
    nej,
    ikke_relevant,
    kan_ikke_ses,
    medarbejdere,
    medarbejdere_ja,
    ramme,
    grundlag,
    andel,
    ki_nedre,
    ki_oevre
from tilsyn_svar
order by plan_id, traekning_id, maalepunkt_id, team_id;
