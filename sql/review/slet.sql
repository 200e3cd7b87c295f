-- what is about caseworkers and readers from before $dag goes; answers, objects and counts stay

update gennemgang.besvarelse set
    bemaerkning = null,
    aftale = null,
    aftale_frist = null,
    laeser = null
where coalesce(gennemgaaet_dato, indlaest_tidspunkt::date) < $dag::date;

delete from gennemgang.aftale
where lukket_dato < $dag::date;

update gennemgang.indmelding set laeser = null
where indlaest_tidspunkt < $dag::date;

-- one row per caseworker of a round: a number by lot, so that how many there were can still be counted
create or replace temp table raadgivernummer as
with
raadgiver as (
    select distinct
        genstand.traekning_id,
        genstand.raadgiver_id
    from gennemgang.traekning_genstand as genstand
    inner join gammel_runde as runde on genstand.traekning_id = runde.traekning_id
    where genstand.raadgiver_id is not null
),

lod as materialized (
    select
        *,
        random() as lod
    from raadgiver
)

select
    traekning_id,
    raadgiver_id,
    row_number() over (
        partition by traekning_id
        order by lod
    ) as nr
from lod;

update gennemgang.traekning_genstand set
    raadgiver_nr = nummer.nr,
    raadgiver_id = null
from raadgivernummer as nummer
where
    traekning_genstand.traekning_id = nummer.traekning_id
    and traekning_genstand.raadgiver_id = nummer.raadgiver_id;

-- the strata of caseworkers become their team's
create or replace temp table teamstratum as
select
    stratum.traekning_id,
    stratum.team_id,
    sum(stratum.ramme) as ramme,
    sum(stratum.trukket) as trukket
from gennemgang.traekning_stratum as stratum
inner join gammel_runde as runde on stratum.traekning_id = runde.traekning_id
group by stratum.traekning_id, stratum.team_id;

delete from gennemgang.traekning_stratum
where traekning_id in (select teamstratum.traekning_id from teamstratum);

insert into gennemgang.traekning_stratum by name
select
    traekning_id,
    team_id,
    ramme,
    trukket
from teamstratum;
