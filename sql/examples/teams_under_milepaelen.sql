-- én række pr. team, indikator og kilde
-- Spørgsmål: Hvor er et team sikkert under milepælen?
-- Læs: Kun resultater, der ikke er usikre (usikker er falsk). afstand_pp er procentpoint under milepælen.
select
    team_navn,
    indikator_id,
    titel,
    kilde,
    taeller,
    naevner,
    round(vaerdi, 1) as vaerdi,
    milepael_procent,
    round(afstand_pp, 1) as afstand_pp
from status_nu
where status = 'ikke_naaet' and not usikker and team_id <> 'ALLE'
order by status_nu.afstand_pp, team_navn, indikator_id, kilde;
