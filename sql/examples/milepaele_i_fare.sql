-- én række pr. indikator, der ikke ser ud til at nå sin næste milepæl
-- Spørgsmål: Hvilke milepæle når vi ikke, hvis det går videre i samme tempo?
-- Læs: En ret linje gennem de seneste seks måneders værdier for hele afdelingen forlænges til milepælens dag.
--   Kun indikatorer, der måles i procent, og som har mindst fire måneder med tal. Det er et skøn, ikke en
--   forudsigelse.
with
naeste as (
    select
        plan_id,
        indikator_id,
        min(dato) as dato,
        arg_min(procent, dato) as procent
    from milepaele_status
    where status = 'kommende'
    group by plan_id, indikator_id
),

seneste as (
    select
        udvikling.plan_id,
        udvikling.indikator_id,
        udvikling.titel,
        udvikling.vaerdi,
        date_diff('month', udvikling.sidste_dag, om.opgjort_pr) as maaneder_siden,
        om.opgjort_pr
    from udvikling_maaned as udvikling
    cross join om
    where
        udvikling.team_id = 'ALLE'
        and udvikling.foerer
        and udvikling.vaerditype = 'andel'
        and udvikling.vaerdi is not null
        and date_diff('month', udvikling.sidste_dag, om.opgjort_pr) < 6
),

linje as (
    select
        plan_id,
        indikator_id,
        titel,
        opgjort_pr,
        regr_intercept(vaerdi, -maaneder_siden) as niveau,
        regr_slope(vaerdi, -maaneder_siden) as tempo
    from seneste
    group by plan_id, indikator_id, titel, opgjort_pr
    having count(*) >= 4
),

forlaenget as (
    select
        linje.*,
        naeste.dato,
        naeste.procent,
        indikator.retning,
        linje.niveau + linje.tempo * date_diff('month', linje.opgjort_pr, naeste.dato) as ventet
    from linje
    inner join naeste on linje.plan_id = naeste.plan_id and linje.indikator_id = naeste.indikator_id
    inner join indikator on linje.plan_id = indikator.plan_id and linje.indikator_id = indikator.indikator_id
)

select
    plan_id,
    indikator_id,
    titel,
    dato as milepael_dato,
    procent as milepael_procent,
    round(niveau, 1) as niveau_nu,
    round(tempo, 1) as pp_pr_maaned,
    round(least(100, greatest(0, ventet)), 1) as ventet
from forlaenget
where case retning when 'faldende' then ventet > procent else ventet < procent end
order by abs(procent - ventet) desc, plan_id asc, indikator_id asc;
