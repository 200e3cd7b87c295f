-- one row per round that has been drawn, of a plan, theme or period where one is named; oldest period first
select
    traekning_id,
    plan_id,
    tema_id,
    periode,
    nr,
    udvaelgelse,
    enhed,
    fra_dato,
    til_dato,
    udtraeksdato,
    indhold_sha256,
    seed,
    genlaes_andel,
    ramme,
    antal,
    udeladt_laest,
    udeladt_uden_raadgiver,
    trukket_tidspunkt
from gennemgang.traekning
where
    ($plan_id::varchar is null or plan_id = $plan_id)
    and ($tema_id::varchar is null or tema_id = $tema_id)
    and ($periode::varchar is null or periode = $periode)
order by plan_id, til_dato, periode, tema_id, nr;
