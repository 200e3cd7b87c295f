-- one row per row and rule between its columns that it breaks; appended to fund
-- A value that is there but was refused is no missing value: its own fault says enough (springes_over), but
-- where it is only warned of it is missing all the same, and what must be filled is not.
insert into fund
with
regler as (
    select unnest(
        $regler::struct(
            nr integer, kolonne varchar, alvor varchar, aarsag varchar, springes_over varchar[]
        )[],
        recursive := true
    )
),

brudte as (
    select
        linje,
        unnest(numre) as nr
    from brud
),

sagt as (
    select distinct
        brudte.linje,
        regler.nr
    from brudte
    inner join regler on brudte.nr = regler.nr
    inner join fund on brudte.linje = fund.linje and list_contains(regler.springes_over, fund.kolonne)
    where fund.alvor in ('karantaene', regler.alvor)
)

select
    brudte.linje,
    regler.kolonne,
    regler.alvor,
    regler.aarsag,
    true as egen
from brudte
inner join regler on brudte.nr = regler.nr
anti join sagt on brudte.linje = sagt.linje and brudte.nr = sagt.nr;
