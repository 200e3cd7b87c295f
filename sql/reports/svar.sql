-- one row per answer of the case reviews from $fra to $til, with the reviewer's remark
select
    tilsyn_id,
    maalepunkt,
    sag_id,
    team_id,
    raadgiver_id,
    gennemgaaet_dato,
    svar,
    bemaerkning
from lev.data.tilsynssvar
where gennemgaaet_dato between $fra and $til
order by gennemgaaet_dato, tilsyn_id, maalepunkt;
