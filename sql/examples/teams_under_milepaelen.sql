-- én række pr. plan, team og indikator
-- Spørgsmål: Hvor har et team sikkert ikke nået milepælen?
-- Læs: Kun den kilde, der fører, og resultater, der ikke er usikre (usikker er falsk). Værdi, milepæl og afstand er
--   i den enhed, vaerdienhed nævner: procent, og afstanden procentpoint, hvor det er en andel.
select
    plan_id,
    team_navn,
    indikator_id,
    titel,
    kilde,
    vaerdienhed,
    taeller,
    naevner,
    round(vaerdi, 1) as vaerdi,
    milepael_procent,
    round(status_nu.afstand_pp, 1) as afstand_pp
from status_nu
where status = 'ikke_naaet' and not usikker and foerer and team_id <> 'ALLE'
order by abs(status_nu.afstand_pp) desc, plan_id asc, team_navn asc, indikator_id asc;
