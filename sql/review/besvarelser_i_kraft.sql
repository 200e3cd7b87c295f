-- one row per object, question and reader: the answer in force
select
    traekning_id,
    genstand_type,
    genstand_id,
    maalepunkt_id,
    genlaesning,
    version,
    svar,
    bemaerkning,
    aftale,
    aftale_frist,
    gennemgaaet_dato,
    laeser
from gennemgang.besvarelse
qualify
    row_number() over (
        partition by traekning_id, genstand_type, genstand_id, maalepunkt_id, genlaesning
        order by version desc
    ) = 1;
