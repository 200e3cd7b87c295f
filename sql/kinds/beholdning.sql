-- one row per unit of a stock and day made up on
insert into bedoemmelse by name
select
    indikator_id,
    kilde,
    enhed_id,
    sag_id,
    startdato,
    frist_dato,
    haendelsesdato,
    opgjort_pr,
    opgjort_pr as referencedato,
    udfald,
    aarsag
from enhed_beholdning;
