-- én række pr. plan og indikator, som både ledelsestilsynet og registeret måler i procent
-- Spørgsmål: Ser ledelsestilsynet det samme som registeret?
-- Læs: Procent de seneste tolv måneder, hele afdelingen. Tilsynet ser få sager, registeret dem alle. foerer er den
--   kilde, rapporterne bedømmer efter.
with seneste_aar as (
    select resultat.*
    from resultater() as resultat
    inner join om on resultat.periode = strftime(om.opgjort_pr, '%Y-%m')
    where
        resultat.periodetype = 'rullende12'
        and resultat.team_id = 'ALLE'
        and resultat.vaerditype = 'andel'
)

select
    register.plan_id,
    register.indikator_id,
    register.titel,
    tilsyn.naevner as sager_set,
    round(tilsyn.vaerdi, 1) as tilsyn,
    register.naevner as sager_i_alt,
    round(register.vaerdi, 1) as register,
    round(tilsyn.vaerdi - register.vaerdi, 1) as forskel_pp,
    case when tilsyn.foerer then 'tilsyn' else 'register' end as foerer
from seneste_aar as register
inner join seneste_aar as tilsyn
    on register.plan_id = tilsyn.plan_id and register.indikator_id = tilsyn.indikator_id
where register.hovedkilde and register.kilde <> 'tilsyn' and tilsyn.kilde = 'tilsyn'
order by abs(forskel_pp) desc nulls last, register.plan_id asc, register.indikator_id asc;
