-- én række pr. indikator, som både ledelsestilsynet og registeret måler
-- Spørgsmål: Ser ledelsestilsynet det samme som registeret?
-- Læs: Procent de seneste tolv måneder, hele afdelingen. Tilsynet ser få sager, registeret dem alle.
select
    register.indikator_id,
    register.titel,
    tilsyn.naevner_12_maaneder as sager_set,
    round(tilsyn.vaerdi_12_maaneder, 1) as tilsyn,
    register.naevner_12_maaneder as sager_i_alt,
    round(register.vaerdi_12_maaneder, 1) as register,
    round(tilsyn.vaerdi_12_maaneder - register.vaerdi_12_maaneder, 1) as forskel_pp
from udvikling_maaned as register
inner join udvikling_maaned as tilsyn
    on
        register.indikator_id = tilsyn.indikator_id
        and register.maaned = tilsyn.maaned
        and register.team_id = tilsyn.team_id
inner join om on register.maaned = strftime(om.opgjort_pr, '%Y-%m')
where register.team_id = 'ALLE' and register.kilde <> 'tilsyn' and tilsyn.kilde = 'tilsyn'
order by abs(forskel_pp) desc nulls last, register.indikator_id asc;
