-- the rounds of the plans that are published
insert into ud.tilsyn_genstand by name
select
    genstand.traekning_id,
    traekning.plan_id,
    genstand.genstand_type,
    genstand.genstand_id,
    genstand.sag_id,
    genstand.team_id,
    genstand.raadgiver_id,
    genstand.genstand_dato,
    genstand.orden,
    genstand.rolle,
    genstand.tilstand,
    genstand.er_laest,
    genstand.udgaaet_aarsag,
    genstand.udgaaet_dato,
    genstand.traekkes_for,
    genstand.laeser_team_id,
    genstand.genlaeser_team_id
from genstand_status as genstand
inner join gennemgang.traekning as traekning on genstand.traekning_id = traekning.traekning_id
inner join ud.plan as plan on traekning.plan_id = plan.plan_id;
