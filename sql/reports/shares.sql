-- one row per distribution of the reported kind of period, up to the reported one, and category, in the plan's order
with
fordeling as (select * from indikator_fordeling),

navn as (select * from kategori)

select
    fordeling.plan_id,
    fordeling.indikator_id,
    fordeling.kilde,
    fordeling.periodetype,
    fordeling.periode,
    fordeling.team_id,
    fordeling.kategori,
    coalesce(navn.tekst, fordeling.kategori) as tekst,
    fordeling.antal,
    fordeling.andel,
    fordeling.ki_nedre,
    fordeling.ki_oevre
from fordeling
left join navn
    on
        fordeling.plan_id = navn.plan_id
        and fordeling.indikator_id = navn.indikator_id
        and fordeling.kategori = navn.kategori
where
    (fordeling.periodetype = $periodetype and fordeling.periode <= $periode)
    or (fordeling.periodetype = 'rullende12' and fordeling.periode = $maaned)
order by fordeling.plan_id, fordeling.indikator_id, navn.orden, fordeling.kategori;
