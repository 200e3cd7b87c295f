-- one row per object of every round's frame, with who reads it
select
    genstand.traekning_id,
    genstand.genstand_type,
    genstand.genstand_id,
    genstand.sag_id,
    genstand.team_id,
    genstand.raadgiver_id,
    genstand.rolle,
    genstand.tilstand,
    genstand.laeser_team_id,
    genstand.genlaeser_team_id,
    traekning.periode
from gennemgang.traekning_genstand as genstand
inner join gennemgang.traekning using (traekning_id);
