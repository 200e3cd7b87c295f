-- one row per unit of the reported period that was not met, oldest first; answers to surveys have no case
with
raekke as (select * from indikator_raekke),

fordeling as (select * from sagsfordeling),

-- who had the case just before the team that answers for it took it over
overtaget as (
    select
        raekke.indikator_id,
        raekke.kilde,
        raekke.enhed_id,
        arg_max_null(fordeling.team_id, fordeling.fra_dato) as forrige_team_id
    from raekke
    inner join fordeling on raekke.sag_id = fordeling.sag_id and raekke.team_siden > fordeling.fra_dato
    where
        raekke.plan_id = $plan_id
        and raekke.periodetype = $periodetype
        and raekke.periode = $periode
        and raekke.udfald = 'ikke_opfyldt'
        and raekke.team_siden between raekke.frist_dato - 14 and raekke.frist_dato
    group by raekke.indikator_id, raekke.kilde, raekke.enhed_id
)

select
    raekke.indikator_id,
    raekke.kilde,
    raekke.enhed_id,
    raekke.sag_id,
    raekke.team_id,
    raekke.raadgiver_id,
    raekke.frist_dato,
    raekke.haendelsesdato,
    raekke.referencedato,
    raekke.aarsag,
    coalesce(overtaget.forrige_team_id <> raekke.team_id, false) as overtaget_sent
from raekke
left join overtaget
    on
        raekke.indikator_id = overtaget.indikator_id
        and raekke.kilde = overtaget.kilde
        and raekke.enhed_id = overtaget.enhed_id
where
    raekke.plan_id = $plan_id
    and raekke.periodetype = $periodetype
    and raekke.periode = $periode
    and raekke.udfald = 'ikke_opfyldt'
    and raekke.kilde <> 'spoergeskema'
    and raekke.team_id <> 'ALLE'
order by coalesce(raekke.frist_dato, raekke.referencedato), raekke.enhed_id, raekke.indikator_id, raekke.kilde;
