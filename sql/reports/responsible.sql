-- one row per case: the team and caseworker who hold it on $dag, or held it last (contract, section 2)
create or replace temp table sag_hos as
with
fordeling as (select * from sagsfordeling),

sag as (select * from sager),

seneste as (
    select
        sag_id,
        arg_max_null(team_id, fra_dato) as team_id,
        arg_max_null(raadgiver_id, fra_dato) as raadgiver_id
    from fordeling
    where fra_dato <= $dag
    group by sag_id
),

foerste as (
    select
        sag_id,
        arg_min_null(team_id, fra_dato) as team_id,
        arg_min_null(raadgiver_id, fra_dato) as raadgiver_id
    from fordeling
    group by sag_id
)

select
    sag.sag_id,
    sag.oprettet_dato,
    sag.lukket_dato,
    coalesce(seneste.team_id, foerste.team_id, sag.team_id, 'UKENDT') as team_id,
    case
        when seneste.sag_id is not null then seneste.raadgiver_id
        when foerste.sag_id is not null then foerste.raadgiver_id
        else sag.raadgiver_id
    end as raadgiver_id
from sag
left join seneste on sag.sag_id = seneste.sag_id
left join foerste on sag.sag_id = foerste.sag_id;
