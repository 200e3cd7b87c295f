-- one row per underretning of a case with an active measure that day, received from a day on
insert into enhed_haendelse by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    modtaget_dag as dato,
    coalesce(genvurdering, false) as opfyldt,
    case when genvurdering is null then 'mangler' else 'indhold' end as aarsag
from underretning
where
    ($fra_dato::date is null or modtaget_dag >= $fra_dato)
    and exists (
        select 1
        from indsats_52 as indsats
        where
            indsats.sag_id = underretning.sag_id
            and er_aktiv(indsats.begin_dato, indsats.ende_dato, underretning.modtaget_dag)
    )
