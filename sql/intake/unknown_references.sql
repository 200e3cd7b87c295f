-- one row per row whose reference is to no accepted row; appended to fund
-- egen is false where the row it refers to is in the file but was quarantined.
insert into fund
select
    henvisning.linje,
    $kolonne as kolonne,
    $alvor as alvor,
    case
        when noegler.noegle is null then 'Værdien findes ikke i ' || $til
        else 'Rækken, der henvises til i ' || $til || ', er i karantæne'
    end as aarsag,
    noegler.noegle is null as egen
from henvisning
left join noegler on henvisning.noegle = noegler.noegle and noegler.extract = $til
where
    henvisning.noegle is not null
    and not coalesce(noegler.accepteret, false)
    and not list_contains($undtagen::varchar[], henvisning.noegle);
