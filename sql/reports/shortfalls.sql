-- one row per unit of the reported period that was not met, oldest first; answers to surveys have no case
with
maaned as (
    select
        plan_id,
        periode,
        periode = max(periode) over (partition by plan_id) as er_sidste
    from periode
    where periodetype = 'maaned' and foerste_dag between $fra and $til
),

-- a period's units are its months' judged rows and the stock of its last computed month (contract, section 3)
raekke as (
    select r.*
    from indikator_raekke as r
    inner join maaned on r.plan_id = maaned.plan_id and r.periode = maaned.periode
    inner join indikator as i on r.plan_id = i.plan_id and r.indikator_id = i.indikator_id
    where
        r.udfald = 'ikke_opfyldt'
        and r.kilde <> 'spoergeskema'
        and (i.art <> 'beholdning' or r.kilde <> i.kilde or maaned.er_sidste)
),

fordeling as (select * from sagsfordeling),

-- who had the case just before the team that answers for it took it over
overtaget as (
    select
        raekke.plan_id,
        raekke.indikator_id,
        raekke.kilde,
        raekke.periode,
        raekke.enhed_id,
        arg_max_null(fordeling.team_id, fordeling.fra_dato) as forrige_team_id
    from raekke
    inner join fordeling on raekke.sag_id = fordeling.sag_id and raekke.team_siden > fordeling.fra_dato
    where raekke.team_siden between raekke.frist_dato - 14 and raekke.frist_dato
    group by all
)

select
    raekke.plan_id,
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
        raekke.plan_id = overtaget.plan_id
        and raekke.indikator_id = overtaget.indikator_id
        and raekke.kilde = overtaget.kilde
        and raekke.periode = overtaget.periode
        and raekke.enhed_id = overtaget.enhed_id
order by
    coalesce(raekke.frist_dato, raekke.referencedato),
    raekke.enhed_id,
    raekke.plan_id,
    raekke.indikator_id,
    raekke.kilde;
