-- one row per indicator that counts caseworkers, and caseworker: what came of the reported period's units
with
maaned as (
    select
        plan_id,
        periode,
        periode = max(periode) over (partition by plan_id) as er_sidste
    from periode
    where periodetype = 'maaned' and foerste_dag between $fra and $til
),

-- such a unit is the caseworker, or a link of the caseworker's chain, and has no case (contract, section 2)
enhed as (
    select r.*
    from indikator_raekke as r
    inner join maaned on r.plan_id = maaned.plan_id and r.periode = maaned.periode
    inner join indikator as i
        on
            r.plan_id = i.plan_id
            and r.indikator_id = i.indikator_id
            and r.kilde = i.kilde
    where
        r.sag_id is null
        and (r.enhed_id = r.raadgiver_id or starts_with(r.enhed_id, concat(r.raadgiver_id, '@')))
        and (maaned.er_sidste or (i.art <> 'beholdning' and r.udfald <> 'afventer'))
),

navn as (select * from kategori)

select
    enhed.plan_id,
    enhed.indikator_id,
    enhed.team_id,
    enhed.raadgiver_id,
    count(*) filter (where enhed.udfald = 'opfyldt') as opfyldt,
    count(*) filter (where enhed.udfald in ('opfyldt', 'ikke_opfyldt')) as afgjort,
    max(enhed.vaerdi) as vaerdi,
    max(coalesce(navn.tekst, enhed.kategori)) as kategori
from enhed
left join navn
    on
        enhed.plan_id = navn.plan_id
        and enhed.indikator_id = navn.indikator_id
        and enhed.kategori = navn.kategori
group by enhed.plan_id, enhed.indikator_id, enhed.team_id, enhed.raadgiver_id
order by enhed.plan_id, enhed.indikator_id, enhed.team_id, enhed.raadgiver_id;
