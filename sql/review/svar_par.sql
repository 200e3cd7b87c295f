-- one row per object and question answered by both readers; lately: the second by the twelve months to $opgjort_pr
select
    foerste.plan_id,
    foerste.traekning_id,
    foerste.maalepunkt_id,
    foerste.svar as foerste,
    anden.svar as anden,
    greatest(foerste.gennemgaaet_dato, anden.gennemgaaet_dato) > $opgjort_pr::date - interval 12 month as seneste_aar
from svar_i_kraft as foerste
inner join plan as plan on foerste.plan_id = plan.plan_id
inner join svar_i_kraft as anden
    on
        foerste.traekning_id = anden.traekning_id
        and foerste.genstand_type = anden.genstand_type
        and foerste.genstand_id = anden.genstand_id
        and foerste.maalepunkt_id = anden.maalepunkt_id
where not foerste.genlaesning and anden.genlaesning
order by foerste.plan_id, foerste.maalepunkt_id, foerste.traekning_id, foerste.svar, anden.svar;
