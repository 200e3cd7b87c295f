-- one row per theme that the leaders' meeting has chosen for $periode
select
    noegle as nr,
    arg_max_null(vaerdi, version) filter (where felt = 'indikator') as indikator,
    arg_max_null(vaerdi, version) filter (where felt = 'begrundelse') as begrundelse
from gennemgang.main.indmelding
where art = 'tema' and periode = $periode
group by noegle
order by noegle;
