-- one row per measure decided; one begun before the decision is begun
insert into enhed_frist by name
select
    indsats_id as enhed_id,
    sag_id,
    afgoerelse_dato as startdato,
    plus_dage(afgoerelse_dato, $dage) as frist_dato,
    start_dato as udfoert_dato,
    true as gaelder_foer_start,
    bortfaldet_dato
from indsats_52
where afgoerelse_dato is not null and not afgjort_foer_sagen
