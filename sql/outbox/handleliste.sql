-- one row per open deadline of a team that has passed or comes within the days asked for, oldest first
with
fristliste as (select * from fristliste),

indikator as (select * from indikator)

select
    fristliste.indikator_id,
    indikator.titel,
    coalesce(fristliste.sag_id, fristliste.enhed_id) as sag_id,
    fristliste.frist_dato,
    fristliste.tilstand,
    fristliste.dage
from fristliste
inner join indikator
    on fristliste.plan_id = indikator.plan_id and fristliste.indikator_id = indikator.indikator_id
where
    fristliste.team_id = $team_id
    and (fristliste.tilstand = 'overskredet' or fristliste.dage <= $dage_frem)
order by
    fristliste.frist_dato,
    fristliste.indikator_id,
    sag_id,
    fristliste.enhed_id;
