-- one row per theme that a leaders' meeting has chosen, of the plan its indicator is of; the version in force
with
gaeldende as (
    select
        periode,
        noegle as nr,
        arg_max_null(vaerdi, version) as indikator
    from gennemgang.main.indmelding
    where art = 'tema' and felt = 'indikator'
    group by periode, noegle
)

select
    split_part(indikator, '/', 1) as plan_id,
    split_part(indikator, '/', 2) as indikator_id,
    periode
from gaeldende
where indikator is not null
order by periode, nr;
