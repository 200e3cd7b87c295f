-- one row per unit of the reported period that was not met, oldest first; answers to surveys have no case
select
    indikator_id,
    kilde,
    enhed_id,
    sag_id,
    team_id,
    raadgiver_id,
    frist_dato,
    haendelsesdato,
    referencedato,
    aarsag
from indikator_raekke
where
    plan_id = $plan_id
    and periodetype = $periodetype
    and periode = $periode
    and udfald = 'ikke_opfyldt'
    and kilde <> 'spoergeskema'
    and team_id <> 'ALLE'
order by coalesce(frist_dato, referencedato), enhed_id;
