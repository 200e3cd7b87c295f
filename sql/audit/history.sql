-- one row per thing done, the oldest first; one that has no end is under way, or was killed
select
    begyndt.tidspunkt,
    begyndt.konto,
    begyndt.handling,
    coalesce(endt.periode, begyndt.periode) as periode,
    coalesce(endt.udfald, 'ikke afsluttet') as udfald,
    endt.hvad,
    begyndt.program_version
from spor as begyndt
left join spor as endt on endt.begyndt_nr = begyndt.nr
where begyndt.begyndt_nr is null
order by begyndt.nr;
