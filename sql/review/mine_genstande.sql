-- one row per object that a team's leader is to read, once per reader: of the rounds of $periode, or of every one
with
laesninger as (
    select
        traekning_id,
        genstand_type,
        genstand_id,
        laeser_team_id as team_id,
        false as genlaesning
    from gennemgang.traekning_genstand
    union all
    select
        traekning_id,
        genstand_type,
        genstand_id,
        genlaeser_team_id as team_id,
        true as genlaesning
    from gennemgang.traekning_genstand
    where genlaeser_team_id is not null
),

svar as (
    select
        traekning_id,
        genstand_type,
        genstand_id,
        genlaesning,
        count(distinct maalepunkt_id) as besvaret
    from gennemgang.besvarelse
    where svar is not null
    group by traekning_id, genstand_type, genstand_id, genlaesning
),

spurgt as (
    select
        traekning_id,
        count(*) as antal
    from gennemgang.traekning_maalepunkt
    group by traekning_id
)

select
    traekning.periode,
    traekning.plan_id,
    traekning.tema_id,
    traekning.traekning_id,
    traekning.udtraeksdato,
    genstand.genstand_type,
    genstand.genstand_id,
    genstand.genstand_dato,
    genstand.sag_id,
    laesninger.team_id,
    laesninger.genlaesning,
    coalesce(svar.besvaret, 0) >= spurgt.antal as er_laest
from gennemgang.traekning_genstand as genstand
inner join gennemgang.traekning using (traekning_id)
inner join laesninger using (traekning_id, genstand_type, genstand_id)
inner join spurgt using (traekning_id)
left join svar
    on
        laesninger.traekning_id = svar.traekning_id
        and laesninger.genstand_type = svar.genstand_type
        and laesninger.genstand_id = svar.genstand_id
        and laesninger.genlaesning = svar.genlaesning
where
    genstand.rolle = 'trukket'
    and genstand.tilstand = 'ude'
    and ($periode::varchar is null or traekning.periode = $periode)
order by traekning.periode, laesninger.team_id, traekning.traekning_id, genstand.sag_id, genstand.genstand_id;
