-- one row per placement ended, but for those followed at once by another, which are a change of place; the
-- deadline's day tells whether the child was placed again
with naeste as (
    select
        anbringelse.indsats_id,
        bool_or(senere.start_dato <= plus_dage(anbringelse.slut_dato, $skift_dage)) as er_skift,
        bool_or(senere.start_dato > plus_dage(anbringelse.slut_dato, $skift_dage)) as er_genanbragt
    from indsats as anbringelse
    inner join indsats as senere
        on
            anbringelse.sag_id = senere.sag_id
            and anbringelse.indsats_id <> senere.indsats_id
            and senere.start_dato >= anbringelse.slut_dato
            and senere.start_dato <= plus_maaneder(anbringelse.slut_dato, $maaneder)
    where anbringelse.kategori = 'anbringelse' and senere.kategori = 'anbringelse'
    group by anbringelse.indsats_id
)

insert into enhed_frist by name
select
    anbringelse.indsats_id as enhed_id,
    anbringelse.sag_id,
    anbringelse.slut_dato as startdato,
    plus_maaneder(anbringelse.slut_dato, $maaneder) as frist_dato,
    anbringelse.slut_dato as fast_referencedato,
    anbringelse.bortfaldet_dato,
    not coalesce(naeste.er_genanbragt, false) as opfyldt_ved_frist,
    'indhold' as aarsag,
    false as paa_fristliste
from indsats as anbringelse
left join naeste on anbringelse.indsats_id = naeste.indsats_id
where
    anbringelse.kategori = 'anbringelse'
    and anbringelse.slut_dato is not null
    and not coalesce(naeste.er_skift, false)
