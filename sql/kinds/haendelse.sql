-- one row per event
insert into bedoemmelse by name
select
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
    enhed.aarsag,
    enhed.dokumenteret_dato,
    'indhold' as aarsag_dokumenteret,
    case
        when enhed.opfyldt then 'opfyldt'
        when enhed.undtaget then 'undtaget'
        when
            undtagende_lukning(sager.lukket_dato, sager.lukket_aarsag)
            between enhed.startdato and enhed.dato
            then 'undtaget'
        else 'ikke_opfyldt'
    end as udfald
from enhed_haendelse as enhed
left join sager on enhed.sag_id = sager.sag_id;
