-- one row per open case and day made up on, by how many contacts it has had
insert into enhed_beholdning by name
select
    sager.sag_id as enhed_id,
    sager.sag_id,
    opgoerelsesdag.opgjort_pr,
    case count(aktiviteter.aktivitet_id)
        when 0 then 'ingen'
        when 1 then 'en'
        else 'flere'
    end as kategori
from sager
cross join opgoerelsesdag
left join aktiviteter
    on
        sager.sag_id = aktiviteter.sag_id
        and aktiviteter.type = 'kontakt'
        and aktiviteter.dato <= opgoerelsesdag.opgjort_pr
where sager.oprettet_dato <= opgoerelsesdag.opgjort_pr
group by sager.sag_id, opgoerelsesdag.opgjort_pr
