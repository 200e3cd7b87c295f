-- one row per indicator with another main source, and case review answer about it that may enter a share
insert into enhed_haendelse by name
select
    indikator.plan_id,
    indikator.indikator_id,
    'tilsyn' as kilde,
    svar.tilsyn_id as enhed_id,
    svar.sag_id,
    true as har_eget_team,
    svar.team_id as egen_team_id,
    svar.raadgiver_id as egen_raadgiver_id,
    svar.gennemgaaet_dato as dato,
    svar.svar = 'ja' as opfyldt,
    svar.svar = 'ikke_relevant' as undtaget,
    svar_aarsag(svar.svar) as aarsag
from tilsynssvar as svar
inner join ud.indikator as indikator
    on
        som_navn(svar.maalepunkt) = som_navn(indikator.indikator_id)
        and (svar.plan_id is null or svar.plan_id = indikator.plan_id)
where
    indikator.kilde <> 'tilsyn'
    and indgaar_i_andel(svar.udvaelgelse, svar.genlaesning);
