-- one row per notification about the child of a case alone, where the child has no other case
with
barn as (
    select barn_id
    from lev.data.sager
    group by barn_id
    having count(*) = count(*) filter (where sag_id = $sag_id) and barn_id is not null
)

select u.underretning_id
from lev.data.underretninger as u
inner join barn on u.barn_id = barn.barn_id
where u.sag_id is null
order by u.underretning_id;
