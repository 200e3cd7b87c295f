-- one row per answer of the case reviews: the delivery's, and those read back here of cases and teams it has;
-- an object taken out of its round is not answered for, and a delivered answer goes before one of the same key
create view lev.data.tilsynssvar as
with
gaeldende as (
    select *
    from gennemgang.main.besvarelse
    qualify
        row_number() over (
            partition by traekning_id, genstand_type, genstand_id, maalepunkt_id, genlaesning
            order by version desc
        ) = 1
),

indlaest as (
    select
        svar.traekning_id || '/' || svar.genstand_id || if(svar.genlaesning, '/2', '') as tilsyn_id,
        regexp_replace(
            replace(replace(replace(lower(svar.maalepunkt_id), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'),
            '[\s_-]+', '_', 'g'
        ) as maalepunkt,
        traekning.plan_id,
        genstand.sag_id,
        svar.genstand_type,
        svar.genstand_id,
        genstand.genstand_dato,
        genstand.team_id,
        genstand.raadgiver_id,
        svar.gennemgaaet_dato,
        svar.svar,
        svar.bemaerkning,
        traekning.tema_id as tema,
        traekning.udvaelgelse,
        svar.traekning_id,
        svar.genlaesning,
        svar.laeser
    from gaeldende as svar
    inner join gennemgang.main.traekning_genstand as genstand
        on
            svar.traekning_id = genstand.traekning_id
            and svar.genstand_type = genstand.genstand_type
            and svar.genstand_id = genstand.genstand_id
    inner join gennemgang.main.traekning as traekning on svar.traekning_id = traekning.traekning_id
    where
        svar.svar is not null
        and genstand.tilstand = 'ude'
        and genstand.sag_id in (select sager.sag_id from lev.data.sager as sager)
        and (
            genstand.team_id = 'UKENDT'
            or genstand.team_id in (select teams.team_id from lev.data.teams as teams)
        )
)

select * from lev.leveret.tilsynssvar
union all by name
select indlaest.*
from indlaest
anti join lev.leveret.tilsynssvar as leveret
    on indlaest.tilsyn_id = leveret.tilsyn_id and indlaest.maalepunkt = leveret.maalepunkt;
