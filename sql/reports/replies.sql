-- one row per answer of the case reviews from $fra to $til, with the reviewer's remark; a second reader's is left out
select
    plan_id,
    tilsyn_id,
    maalepunkt,
    sag_id,
    team_id,
    raadgiver_id,
    gennemgaaet_dato,
    svar,
    bemaerkning
from lev.data.tilsynssvar
where gennemgaaet_dato between $fra and $til and not coalesce(genlaesning, false)
order by gennemgaaet_dato, tilsyn_id, maalepunkt;
