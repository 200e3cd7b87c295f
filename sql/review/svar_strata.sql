-- one row per round, question and stratum of the draw (a caseworker where the round is drawn so, else a team) of a
-- plan of the run: its objects, those that are relevant as far as is known, and the first reader's answers
with
stratum as (
    select
        genstand.traekning_id,
        genstand.team_id,
        case
            when traekning.enhed = 'raadgiver' then coalesce(genstand.raadgiver_id, 'nr. ' || genstand.raadgiver_nr)
        end as stratum_id,
        count(*) as ramme,
        count(*) filter (where genstand.rolle = 'trukket') as trukket
    from gennemgang.traekning_genstand as genstand
    inner join gennemgang.traekning as traekning on genstand.traekning_id = traekning.traekning_id
    inner join plan as plan on traekning.plan_id = plan.plan_id
    where genstand.tilstand = 'ude'
    group by genstand.traekning_id, genstand.team_id, stratum_id
),

svar as (
    select
        *,
        case when enhed = 'raadgiver' then medarbejder end as stratum_id
    from svar_i_kraft
    where not genlaesning
),

spurgt as (
    select distinct
        plan_id,
        traekning_id,
        tema_id,
        periode,
        udvaelgelse,
        enhed,
        maalepunkt_id
    from svar
)

select
    spurgt.plan_id,
    spurgt.traekning_id,
    spurgt.tema_id,
    spurgt.periode,
    spurgt.udvaelgelse,
    spurgt.enhed,
    spurgt.maalepunkt_id,
    stratum.team_id,
    stratum.stratum_id,
    stratum.ramme,
    stratum.trukket,
    count(svar.svar) filter (where svar.svar = 'ja') as ja,
    count(svar.svar) filter (where svar.svar = 'delvist') as delvist,
    count(svar.svar) filter (where svar.svar = 'nej') as nej,
    count(svar.svar) filter (where svar.svar = 'ikke_relevant') as ikke_relevant,
    count(svar.svar) filter (where svar.svar = 'kan_ikke_ses') as kan_ikke_ses,
    count(distinct svar.medarbejder) filter (where svar.svar <> 'ikke_relevant') as medarbejdere,
    count(distinct svar.medarbejder) filter (where svar.svar in ('delvist', 'nej', 'kan_ikke_ses'))
        as medarbejdere_nej
from spurgt
inner join stratum on spurgt.traekning_id = stratum.traekning_id
left join svar
    on
        spurgt.traekning_id = svar.traekning_id
        and spurgt.maalepunkt_id = svar.maalepunkt_id
        and stratum.team_id = svar.team_id
        and stratum.stratum_id is not distinct from svar.stratum_id
group by all
order by
    spurgt.plan_id,
    spurgt.traekning_id,
    spurgt.maalepunkt_id,
    stratum.team_id,
    stratum.stratum_id;
