-- one row per measure of some kinds decided in a case of a project
insert into enhed_haendelse by name
select
    indsats.indsats_id as enhed_id,
    indsats.sag_id,
    indsats.afgoerelse_dato as dato,
    coalesce(list_contains($steder, indsats.anbringelsessted), false) as opfyldt,
    case when indsats.anbringelsessted is null then 'mangler' else 'indhold' end as aarsag
from indsats
inner join projekt_sag($under_alder) as projekt
    on
        indsats.sag_id = projekt.sag_id
        and er_aktiv(projekt.fra_dato, projekt.til_dato, indsats.afgoerelse_dato)
where list_contains($kategorier, indsats.kategori) and not indsats.afgjort_foer_sagen
