-- one row per round, question and team: the four ways register and first reader can agree or not, and what the
-- register says of the whole frame, less what the reading found was not relevant to the question
with
svar as (
    select
        *,
        svar = 'ja' as ja
    from svar_i_kraft
    where not genlaesning
)

select
    registret.plan_id,
    registret.traekning_id,
    registret.periode,
    registret.udvaelgelse,
    registret.enhed,
    registret.maalepunkt_id,
    registret.team_id,
    count(svar.ja) filter (where registret.ja and svar.ja) as begge_ja,
    count(svar.ja) filter (where not registret.ja and not svar.ja) as begge_nej,
    count(svar.ja) filter (where registret.ja and not svar.ja) as kun_register,
    count(svar.ja) filter (where not registret.ja and svar.ja) as kun_laesning,
    count(*) filter (where registret.ja) as ramme_ja,
    count(*) filter (where not registret.ja) as ramme_nej
from registerets_ord as registret
left join svar
    on
        registret.traekning_id = svar.traekning_id
        and registret.genstand_type = svar.genstand_type
        and registret.genstand_id = svar.genstand_id
        and registret.maalepunkt_id = svar.maalepunkt_id
where svar.svar is distinct from 'ikke_relevant'
group by
    registret.plan_id,
    registret.traekning_id,
    registret.periode,
    registret.udvaelgelse,
    registret.enhed,
    registret.maalepunkt_id,
    registret.team_id
order by registret.plan_id, registret.traekning_id, registret.maalepunkt_id, registret.team_id;
