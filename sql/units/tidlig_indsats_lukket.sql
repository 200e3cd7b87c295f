-- one row per early measure (section 11, 3) begun: one that became a BFU is not closed by ending
with overgaaet as (
    select distinct indsats.indsats_id
    from tidlig_indsats as indsats
    inner join undersoegelser as bfu
        on
            indsats.sag_id = bfu.sag_id
            and bfu.startet_dato > indsats.begin_dato
            and bfu.startet_dato <= indsats.slut_dato
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.begin_dato as startdato,
    plus_maaneder(indsats.begin_dato, $maaneder) as frist_dato,
    coalesce(indsats.leverandoer_type, 'ukendt') as gruppe,
    case when overgaaet.indsats_id is null then indsats.slut_dato end as udfoert_dato,
    indsats.slut_dato as dokumenteret_dato,
    case when overgaaet.indsats_id is not null then 'indhold' end as aarsag_dokumenteret,
    indsats.slut_dato as fristliste_til,
    indsats.bortfaldet_dato
from tidlig_indsats as indsats
left join overgaaet on indsats.indsats_id = overgaaet.indsats_id
