-- one row per early measure (section 11, 3) begun; one that a BFU took over is exempt
with bfu as (
    select
        indsats.indsats_id,
        min(bfu.startet_dato) as startet_dato
    from indsatser as indsats
    inner join undersoegelser as bfu
        on
            indsats.sag_id = bfu.sag_id
            and bfu.startet_dato > indsats.start_dato
            and bfu.startet_dato <= plus_maaneder(indsats.start_dato, $maaneder)
            and (indsats.slut_dato is null or bfu.startet_dato <= indsats.slut_dato)
    where indsats.kategori = 'forebyggende_11_3'
    group by indsats.indsats_id
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.start_dato as startdato,
    plus_maaneder(indsats.start_dato, $maaneder) as frist_dato,
    indsats.slut_dato as udfoert_dato,
    bfu.startet_dato as undtaget_dato,
    indsats.bortfaldet_dato
from indsatser as indsats
left join bfu on indsats.indsats_id = bfu.indsats_id
where
    indsats.kategori = 'forebyggende_11_3'
    and indsats.start_dato is not null
    and ($leverandoer_type::varchar is null or indsats.leverandoer_type = $leverandoer_type)
