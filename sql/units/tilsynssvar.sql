-- one row per case review answer that may enter a share: not of cases picked out, nor a second reader's
insert into enhed_haendelse by name
select
    tilsyn_id as enhed_id,
    sag_id,
    true as har_eget_team,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gennemgaaet_dato as dato,
    svar = 'ja' as opfyldt,
    svar = 'ikke_relevant' as undtaget,
    svar_aarsag(svar) as aarsag
from tilsynssvar
where
    som_navn(maalepunkt) = som_navn($maalepunkt)
    and (plan_id is null or plan_id = getvariable('plan_id'))
    and indgaar_i_andel(udvaelgelse, genlaesning)
