-- one row per municipality that lies outside the funnel, the farthest out first
select
    t.plan_id,
    t.indikator_id,
    t.definition,
    k.navn,
    t.kilde,
    t.antal,
    t.procent_mindst,
    t.procent_hoejst,
    t.landet,
    t.nedre_95,
    t.oevre_95,
    t.placering,
    t.faldende
from tragten as t
inner join kommune as k on t.kommune_id = k.kommune_id
inner join indikator as i
    on t.plan_id = i.plan_id and t.indikator_id = i.indikator_id and t.definition = i.definition
where t.placering like 'over%' or t.placering like 'under%'
order by t.plan_id, i.orden, t.placering not like '%998', t.placering, k.navn;
