-- one row per early measure (section 11, 3) ended; the deadline's day tells whether a BFU followed
with bfu as (
    select distinct indsats.indsats_id
    from tidlig_indsats as indsats
    inner join undersoegelser as bfu
        on
            indsats.sag_id = bfu.sag_id
            and bfu.startet_dato > indsats.begin_dato
            and bfu.startet_dato <= plus_maaneder(indsats.slut_dato, $maaneder)
)

insert into enhed_frist by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.slut_dato as startdato,
    plus_maaneder(indsats.slut_dato, $maaneder) as frist_dato,
    indsats.slut_dato as fast_referencedato,
    indsats.bortfaldet_dato,
    bfu.indsats_id is null as opfyldt_ved_frist,
    'indhold' as aarsag,
    false as paa_fristliste
from tidlig_indsats as indsats
left join bfu on indsats.indsats_id = bfu.indsats_id
where indsats.slut_dato is not null
