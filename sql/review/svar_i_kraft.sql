-- one row per answer in force by $opgjort_pr on an object that is still part of its round, with object and round;
-- the highest version is in force, and what was read later has not been read yet
create or replace temp table svar_i_kraft as
with
seneste as (
    select
        traekning_id,
        genstand_type,
        genstand_id,
        maalepunkt_id,
        genlaesning,
        svar,
        coalesce(gennemgaaet_dato, indlaest_tidspunkt::date) as gennemgaaet_dato
    from gennemgang.besvarelse
    qualify
        row_number() over (
            partition by traekning_id, genstand_type, genstand_id, maalepunkt_id, genlaesning
            order by version desc
        ) = 1
)

select
    traekning.plan_id,
    traekning.traekning_id,
    traekning.tema_id,
    traekning.periode,
    traekning.udvaelgelse,
    traekning.enhed,
    genstand.genstand_type,
    genstand.genstand_id,
    genstand.sag_id,
    genstand.team_id,
    genstand.raadgiver_id,
    coalesce(genstand.raadgiver_id, 'nr. ' || genstand.raadgiver_nr) as medarbejder,
    seneste.maalepunkt_id,
    seneste.genlaesning,
    seneste.svar,
    seneste.gennemgaaet_dato
from seneste
inner join gennemgang.traekning_genstand as genstand
    on
        seneste.traekning_id = genstand.traekning_id
        and seneste.genstand_type = genstand.genstand_type
        and seneste.genstand_id = genstand.genstand_id
inner join gennemgang.traekning as traekning on seneste.traekning_id = traekning.traekning_id
where
    seneste.svar is not null
    and genstand.tilstand = 'ude'
    and seneste.gennemgaaet_dato <= $opgjort_pr::date;
