-- one row per event
insert into bedoemmelse by name
select
    enhed.plan_id,
    enhed.indikator_id,
    enhed.kilde,
    enhed.enhed_id,
    enhed.sag_id,
    enhed.har_eget_team,
    enhed.egen_team_id,
    enhed.egen_raadgiver_id,
    enhed.dato as periodedag,
    enhed.dato as referencedato,
    enhed.dato as haendelsesdato,
    enhed.vaerdi,
    enhed.kategori,
    enhed.gruppe,
    enhed.aarsag,
    enhed.dokumenteret_dato,
    enhed.aarsag_dokumenteret,
    case
        when enhed.opfyldt then 'opfyldt'
        when enhed.undtaget then 'undtaget'
        when enhed.opfyldt is null then 'opgjort'
        when
            undtagende_lukning(sager.lukket_dato, sager.lukket_aarsag)
            between enhed.startdato and enhed.dato
            then 'undtaget'
        else 'ikke_opfyldt'
    end as udfald
from enhed_haendelse as enhed
left join sager on enhed.sag_id = sager.sag_id;
