-- one row per object and question that two readers answered otherwise; who they are is no matter
select
    foerste.plan_id,
    foerste.traekning_id,
    foerste.maalepunkt_id,
    foerste.genstand_type,
    foerste.genstand_id,
    foerste.sag_id,
    foerste.svar as foerste,
    anden.svar as anden
from svar_i_kraft as foerste
inner join plan on foerste.plan_id = plan.plan_id
inner join svar_i_kraft as anden
    on
        foerste.traekning_id = anden.traekning_id
        and foerste.genstand_type = anden.genstand_type
        and foerste.genstand_id = anden.genstand_id
        and foerste.maalepunkt_id = anden.maalepunkt_id
where not foerste.genlaesning and anden.genlaesning and foerste.svar <> anden.svar
order by foerste.plan_id, foerste.maalepunkt_id, foerste.sag_id, foerste.genstand_id;
