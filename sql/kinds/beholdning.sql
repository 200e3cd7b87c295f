-- one row per unit of a stock and day made up on
insert into bedoemmelse by name
select
    plan_id,
    indikator_id,
    kilde,
    enhed_id,
    sag_id,
    har_eget_team,
    egen_team_id,
    egen_raadgiver_id,
    startdato,
    frist_dato,
    haendelsesdato,
    vaerdi,
    kategori,
    gruppe,
    opgjort_pr,
    opgjort_pr as referencedato,
    udfald,
    aarsag
from enhed_beholdning;
