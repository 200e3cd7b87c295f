-- én række pr. indikator, der ikke ser ud til at nå sin næste milepæl
-- Spørgsmål: Hvilke milepæle når vi ikke, hvis det går videre i samme tempo?
-- Læs: En ret linje gennem de seneste seks måneders værdier for hele afdelingen forlænges til milepælens dag.
--      Indikatorer med færre end fire måneder med tal er ikke med. Det er et skøn, ikke en forudsigelse.
with
naeste as (
    select
        indikator_id,
        min(dato) as dato,
        arg_min(procent, dato) as procent
    from milepaele_status
    where status = 'kommende'
    group by indikator_id
),

seneste as (
    select
        udvikling.indikator_id,
        udvikling.titel,
        udvikling.vaerdi,
        date_diff('month', udvikling.sidste_dag, om.opgjort_pr) as maaneder_siden,
        om.opgjort_pr
    from udvikling_maaned as udvikling
    inner join indikator on udvikling.indikator_id = indikator.indikator_id and udvikling.kilde = indikator.kilde
    cross join om
    where
        udvikling.team_id = 'ALLE'
        and udvikling.vaerdi is not null
        and date_diff('month', udvikling.sidste_dag, om.opgjort_pr) < 6
),

linje as (
    select
        indikator_id,
        titel,
        opgjort_pr,
        regr_intercept(vaerdi, -maaneder_siden) as niveau,
        regr_slope(vaerdi, -maaneder_siden) as tempo
    from seneste
    group by indikator_id, titel, opgjort_pr
    having count(*) >= 4
)

select
    linje.indikator_id,
    linje.titel,
    naeste.dato as milepael_dato,
    naeste.procent as milepael_procent,
    round(linje.niveau, 1) as niveau_nu,
    round(linje.tempo, 1) as pp_pr_maaned,
    round(least(100, greatest(0, linje.niveau + linje.tempo * date_diff('month', linje.opgjort_pr, naeste.dato))), 1)
        as ventet
from linje
inner join naeste on linje.indikator_id = naeste.indikator_id
where linje.niveau + linje.tempo * date_diff('month', linje.opgjort_pr, naeste.dato) < naeste.procent
order by milepael_procent - ventet desc, linje.indikator_id asc;
