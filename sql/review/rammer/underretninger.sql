-- one row per underretning of a case, so many days after it came, when what is asked about is due
insert into mulig_genstand by name
select
    'underretning' as genstand_type,
    underretning_id as genstand_id,
    sag_id,
    modtaget_dag as genstand_dato,
    -- the day it was assessed, when that was in time
    case
        when faglig_vurdering_dato between modtaget_dag and plus_dage(modtaget_dag, $dage)
            then faglig_vurdering_dato
        else plus_dage(modtaget_dag, $dage)
    end as referencedato,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id
from underretning
where
    sag_id is not null
    and plus_dage(modtaget_dag, $dage) between $fra_dato and $til_dato
    and ($modtaget_fra::date is null or modtaget_dag >= $modtaget_fra)
    and ($gruppe::varchar is null or gruppe = $gruppe)
    and ($overgreb::boolean is null or coalesce(overgreb, false) = $overgreb)
