-- one row per object and question where the reading saw otherwise than the register says
select
    svar.plan_id,
    svar.traekning_id,
    svar.maalepunkt_id,
    svar.genstand_type,
    svar.genstand_id,
    svar.sag_id,
    svar.team_id,
    svar.raadgiver_id,
    registret.ja as register_ja,
    svar.svar
from svar_i_kraft as svar
inner join registerets_ord as registret
    on
        svar.traekning_id = registret.traekning_id
        and svar.genstand_type = registret.genstand_type
        and svar.genstand_id = registret.genstand_id
        and svar.maalepunkt_id = registret.maalepunkt_id
where
    not svar.genlaesning
    and svar.svar <> 'ikke_relevant'
    and (svar.svar = 'ja') <> registret.ja
order by svar.plan_id, svar.sag_id, svar.genstand_id, svar.maalepunkt_id;
