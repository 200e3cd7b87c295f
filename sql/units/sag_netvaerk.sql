-- one row per open case of a project and day made up on: an activity of some kinds by then (undertyper null: one
-- that maps the network)
insert into enhed_beholdning by name
select
    sag.sag_id as enhed_id,
    sag.sag_id,
    sag.opgjort_pr,
    case
        when exists (
            select 1
            from aktiviteter as aktivitet
            where
                aktivitet.sag_id = sag.sag_id
                and aktivitet.dato <= sag.opgjort_pr
                and er_netvaerksarbejde(aktivitet.undertype, $undertyper)
        ) then 'opfyldt'
        else 'ikke_opfyldt'
    end as udfald,
    'mangler' as aarsag
from aaben_sag as sag
inner join projekt_sag($under_alder) as projekt
    on sag.sag_id = projekt.sag_id and er_aktiv(projekt.fra_dato, projekt.til_dato, sag.opgjort_pr)
