-- one row: how many answers in force count nowhere, because their case or their team is not in the delivery
with
svar as (
    select distinct
        besvarelse.traekning_id,
        besvarelse.genstand_type,
        besvarelse.genstand_id,
        besvarelse.maalepunkt_id,
        besvarelse.genlaesning,
        genstand.sag_id,
        genstand.team_id,
        genstand.sag_id in (select sager.sag_id from lev_fil.data.sager as sager) as har_sag,
        genstand.team_id = 'UKENDT'
        or genstand.team_id in (select teams.team_id from lev_fil.data.teams as teams) as har_team
    from gennemgang.besvarelse as besvarelse
    inner join gennemgang.traekning_genstand as genstand
        on
            besvarelse.traekning_id = genstand.traekning_id
            and besvarelse.genstand_type = genstand.genstand_type
            and besvarelse.genstand_id = genstand.genstand_id
    where genstand.tilstand = 'ude'
)

select
    count(*) filter (where not (har_sag and har_team)) as svar,
    count(distinct sag_id) filter (where not har_sag) as sager,
    count(distinct team_id) filter (where not har_team) as teams
from svar;
