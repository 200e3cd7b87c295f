-- one row: the case asked for, as it stood on the day made up on
select
    sager.sag_id,
    sager.sagstype,
    sager.oprettet_dato,
    sager.lukket_dato,
    sager.lukket_aarsag,
    alder(sager.foedselsdato, opgoerelse.opgjort_pr) as alder,
    opgoerelse.opgjort_pr,
    opgoerelse.udtraeksdato
from sager
cross join opgoerelse
where sager.sag_id = $sag_id;
