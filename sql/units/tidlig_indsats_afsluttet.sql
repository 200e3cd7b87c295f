-- one row per early measure (section 11, 3) begun: until it ended, or a BFU took over
with bfu as (
    select
        indsats.indsats_id,
        min(bfu.startet_dato) as startet_dato
    from tidlig_indsats as indsats
    inner join undersoegelser as bfu
        on indsats.sag_id = bfu.sag_id and bfu.startet_dato > indsats.begin_dato
    group by indsats.indsats_id
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.begin_dato as startdato,
    plus_maaneder(indsats.begin_dato, $maaneder) as frist_dato,
    least(indsats.slut_dato, bfu.startet_dato) as udfoert_dato,
    indsats.bortfaldet_dato
from tidlig_indsats as indsats
left join bfu on indsats.indsats_id = bfu.indsats_id
where $leverandoer_type::varchar is null or indsats.leverandoer_type = $leverandoer_type
