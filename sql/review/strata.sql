-- one row per stratum of a round, from its objects as they were drawn
insert into gennemgang.traekning_stratum by name
select
    genstand.traekning_id,
    genstand.team_id,
    case when traekning.enhed = 'raadgiver' then genstand.raadgiver_id end as raadgiver_id,
    count(*) as ramme,
    count(*) filter (where genstand.rolle = 'trukket') as trukket
from gennemgang.traekning_genstand as genstand
inner join gennemgang.traekning as traekning on genstand.traekning_id = traekning.traekning_id
where genstand.traekning_id = $traekning_id
group by all
order by genstand.team_id, raadgiver_id;
