-- one row per round of a plan of the run that was drawn by $dag, with the days of its first and last answer
select
    traekning.plan_id,
    traekning.traekning_id,
    traekning.tema_id,
    traekning.periode,
    traekning.nr,
    traekning.udvaelgelse,
    traekning.enhed,
    traekning.fra_dato,
    traekning.til_dato,
    traekning.udtraeksdato,
    max(svar.gennemgaaet_dato) as senest_laest
from gennemgang.traekning as traekning
inner join plan on traekning.plan_id = plan.plan_id
left join svar_i_kraft as svar on traekning.traekning_id = svar.traekning_id
where traekning.udtraeksdato <= $dag::date or svar.svar is not null
group by all
order by traekning.plan_id, traekning.til_dato, traekning.tema_id, traekning.nr;
