-- one row per measure decided in the window, of the sections named; without any, of every one called "52"
insert into mulig_genstand by name
select
    'indsats' as genstand_type,
    indsats_id as genstand_id,
    sag_id,
    afgoerelse_dato as genstand_dato
from indsats_52
where
    afgoerelse_dato between $fra_dato and $til_dato
    and not afgjort_foer_sagen
    and (
        $paragraffer::varchar[] is null
        or list_bool_or(list_transform($paragraffer::varchar[], lambda p: paragraf_begynder(paragraf, p)))
    )
