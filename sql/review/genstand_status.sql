-- one row per round and object of its frame, with how many of the round's questions the first reader has answered
-- and whether that is all of them
create or replace temp view genstand_status as
with gaeldende as (
    select
        traekning_id,
        genstand_type,
        genstand_id,
        maalepunkt_id,
        arg_max_null(svar, version) as svar
    from gennemgang.besvarelse
    where not genlaesning
    group by traekning_id, genstand_type, genstand_id, maalepunkt_id
),

besvaret as (
    select
        gaeldende.traekning_id,
        gaeldende.genstand_type,
        gaeldende.genstand_id,
        count(*) as antal
    from gaeldende
    inner join gennemgang.traekning_maalepunkt as spurgt
        on gaeldende.traekning_id = spurgt.traekning_id and gaeldende.maalepunkt_id = spurgt.maalepunkt_id
    where gaeldende.svar is not null
    group by gaeldende.traekning_id, gaeldende.genstand_type, gaeldende.genstand_id
),

spurgt as (
    select
        traekning_id,
        count(*) as antal
    from gennemgang.traekning_maalepunkt
    group by traekning_id
)

select
    genstand.*,
    coalesce(besvaret.antal, 0) as besvaret,
    genstand.rolle = 'trukket'
    and genstand.tilstand = 'ude'
    and coalesce(besvaret.antal, 0) >= spurgt.antal as er_laest
from gennemgang.traekning_genstand as genstand
inner join spurgt on genstand.traekning_id = spurgt.traekning_id
left join besvaret
    on
        genstand.traekning_id = besvaret.traekning_id
        and genstand.genstand_type = besvaret.genstand_type
        and genstand.genstand_id = besvaret.genstand_id;
