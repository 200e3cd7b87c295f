-- one row per object of a round's frame, in the order of the draw within its stratum
select
    traekning_id,
    genstand_type,
    genstand_id,
    sag_id,
    team_id,
    raadgiver_id,
    genstand_dato,
    orden,
    rolle,
    tilstand,
    udgaaet_aarsag,
    udgaaet_dato,
    traekkes_for,
    laeser_team_id,
    genlaeser_team_id
from gennemgang.traekning_genstand
where traekning_id = $traekning_id
order by team_id, raadgiver_id, orden;
