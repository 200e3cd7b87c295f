-- the days that deadlines in working days are counted by

-- one row per public holiday of the years in use
create temp table helligdag (
    dato date not null
);

-- one row per working day of those years, numbered in order: Monday to Friday, but no public holiday
create temp view arbejdsdag as
with dage as (
    select
        unnest(
            generate_series(
                date_trunc('year', min(dato)),
                date_trunc('year', max(dato)) + interval 1 year - interval 1 day,
                interval 1 day
            )
        )::date as dato
    from helligdag
)

select
    dage.dato,
    row_number() over (order by dage.dato) as nr
from dage
left join helligdag on dage.dato = helligdag.dato
where helligdag.dato is null and isodow(dage.dato) <= 5;
