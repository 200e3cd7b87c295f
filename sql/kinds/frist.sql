-- one row per unit with a deadline, and per day made up on while it is open

-- judged when the deadline has come: belongs to the month that holds the deadline
insert into bedoemmelse by name
select
    plan_id,
    indikator_id,
    kilde,
    enhed_id,
    sag_id,
    egen_team_id,
    egen_raadgiver_id,
    startdato,
    frist_dato,
    gruppe,
    gjort_dato as haendelsesdato,
    aarsag,
    frist_dato as periodedag,
    coalesce(fast_referencedato, case when gjort_dato <= frist_dato then gjort_dato end, frist_dato)
        as referencedato,
    coalesce(dokumenteret_dato, gjort_dato) as dokumenteret_dato,
    coalesce(aarsag_dokumenteret, 'for_sent') as aarsag_dokumenteret,
    case
        when not opfyldt_ved_frist then 'ikke_opfyldt'
        when gjort_dato <= frist_dato and coalesce(rettidig, true) then 'opfyldt'
        when undtaget or fritaget_dato <= frist_dato then 'undtaget'
        when opfyldt_ved_frist then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald
from frist_enhed
where er_i_kraft(kraft_fra, kraft_til, frist_dato);

-- waiting: open, not exempt, and the deadline still to come
insert into bedoemmelse by name
select
    frist_enhed.plan_id,
    frist_enhed.indikator_id,
    frist_enhed.kilde,
    frist_enhed.enhed_id,
    frist_enhed.sag_id,
    frist_enhed.egen_team_id,
    frist_enhed.egen_raadgiver_id,
    frist_enhed.startdato,
    frist_enhed.frist_dato,
    frist_enhed.gruppe,
    maaned.opgjort_pr,
    coalesce(frist_enhed.fast_referencedato, maaned.opgjort_pr) as referencedato,
    'afventer' as udfald
from frist_enhed
inner join raekkemaaned as maaned
    on
        frist_enhed.plan_id = maaned.plan_id
        and maaned.opgjort_pr >= frist_enhed.startdato
        and maaned.opgjort_pr < frist_enhed.frist_dato
where
    maaned.opgoeres
    and er_i_kraft(frist_enhed.kraft_fra, frist_enhed.kraft_til, maaned.opgjort_pr)
    and (
        -- what is decided only at the deadline waits until then, whatever happens before
        frist_enhed.opfyldt_ved_frist is not null
        or (
            not frist_enhed.undtaget
            and not coalesce(frist_enhed.gjort_dato <= maaned.opgjort_pr, false)
            and not coalesce(frist_enhed.fritaget_dato <= maaned.opgjort_pr, false)
        )
    );
