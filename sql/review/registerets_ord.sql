-- one row per object of a frame and question that the register judges too, with its latest word on it: the same
-- unit of the same case under the indicator the question counts in
create or replace temp table registerets_ord as
with
spurgt as (
    select distinct
        traekning_id,
        maalepunkt_id
    from svar_i_kraft
)

select
    traekning.plan_id,
    traekning.traekning_id,
    traekning.periode,
    traekning.udvaelgelse,
    traekning.enhed,
    spurgt.maalepunkt_id,
    genstand.genstand_type,
    genstand.genstand_id,
    genstand.team_id,
    arg_max(raekke.udfald, raekke.periode) = 'opfyldt' as ja
from spurgt
inner join gennemgang.traekning as traekning on spurgt.traekning_id = traekning.traekning_id
inner join gennemgang.traekning_genstand as genstand
    on spurgt.traekning_id = genstand.traekning_id and genstand.tilstand = 'ude'
inner join indikator_raekke as raekke
    on
        traekning.plan_id = raekke.plan_id
        and spurgt.maalepunkt_id = raekke.indikator_id
        and genstand.genstand_id = raekke.enhed_id
        and genstand.sag_id is not distinct from raekke.sag_id
where raekke.kilde not in ('tilsyn', 'spoergeskema') and raekke.udfald in ('opfyldt', 'ikke_opfyldt')
group by all;
