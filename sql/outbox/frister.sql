-- one row per team (ALLE: the department), indicator and state: how many deadlines are open
with
fristliste as (select * from fristliste),

indikator as (select * from indikator)

select
    coalesce(fristliste.team_id, 'ALLE') as team_id,
    fristliste.indikator_id,
    any_value(indikator.titel) as titel,
    fristliste.tilstand,
    count(*) as antal
from fristliste
inner join indikator
    on fristliste.plan_id = indikator.plan_id and fristliste.indikator_id = indikator.indikator_id
group by
    grouping sets (
        (fristliste.team_id, fristliste.indikator_id, fristliste.tilstand),
        (fristliste.indikator_id, fristliste.tilstand)
    )
order by
    team_id,
    any_value(indikator.udviklingspunkt),
    try_cast(split_part(fristliste.indikator_id, '.', 2) as integer),
    fristliste.indikator_id,
    fristliste.tilstand;
