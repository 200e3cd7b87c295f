-- én række pr. indikator, som både ledelsestilsynet og registeret måler
-- Spørgsmål: Ser ledelsestilsynet det samme som registeret?
-- Læs: Procent de seneste tolv måneder, hele afdelingen. Tilsynet ser få sager, registeret dem alle.
with seneste_aar as (
    select
        resultat.indikator_id,
        resultat.kilde,
        resultat.naevner,
        resultat.vaerdi
    from indikator_resultat as resultat
    inner join om on resultat.periode = strftime(om.opgjort_pr, '%Y-%m')
    where resultat.periodetype = 'rullende12' and resultat.team_id = 'ALLE'
)

select
    register.indikator_id,
    indikator.titel,
    tilsyn.naevner as sager_set,
    round(tilsyn.vaerdi, 1) as tilsyn,
    register.naevner as sager_i_alt,
    round(register.vaerdi, 1) as register,
    round(tilsyn.vaerdi - register.vaerdi, 1) as forskel_pp
from seneste_aar as register
inner join seneste_aar as tilsyn on register.indikator_id = tilsyn.indikator_id
inner join indikator on register.indikator_id = indikator.indikator_id
where register.kilde <> 'tilsyn' and tilsyn.kilde = 'tilsyn'
order by abs(forskel_pp) desc nulls last, register.indikator_id asc;
