-- one row per warning of the intake about a row of $extract that names a case; $raa is its table of raw rows
with
advarsel as (select * from lev.main.advarsel),

raa as (from query_table($raa))

select
    'advarsel' as slags,
    coalesce(sag_hos.team_id, 'UKENDT') as team_id,
    sag_hos.raadgiver_id,
    sag_hos.sag_id,
    null as enhed_id,
    null::date as dato,
    advarsel.extract,
    concat(advarsel.kolonne, ': ', advarsel.aarsag, ' (linje ', advarsel.linje, ')') as hvad
from advarsel
inner join raa on advarsel.linje = raa.linje
left join sag_hos on trim(raa.sag_id) = sag_hos.sag_id
where advarsel.extract = $extract
order by advarsel.linje, advarsel.kolonne, advarsel.aarsag;
