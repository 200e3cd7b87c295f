-- one row per question that was read twice in the last twelve months
select
    plan_id,
    maalepunkt_id,
    laest_to_gange,
    enige,
    enighed,
    ac1
from tilsyn_enighed
where traekning_id = 'ALLE'
order by plan_id, maalepunkt_id;
