-- one row per round, question and team (ALLE: all of them) with an object both read and judged by the register
select
    plan_id,
    traekning_id,
    maalepunkt_id,
    team_id,
    begge_ja,
    begge_nej,
    kun_register,
    kun_laesning,
    register_andel,
    rettet_andel,
    rettet_nedre,
    rettet_oevre,
    ikke_registreret,
    ikke_gjort,
    ikke_fundet
from tilsyn_mod_register
order by plan_id, traekning_id, maalepunkt_id, team_id;
