-- one row per cell without a target: nothing is promised, so nothing is judged
insert into vurdering by name
select
    celle.celle_nr,
    case
        when opgjort.maalt then 'uden_milepael'
        else 'ingen_data'
    end as status,
    opgjort.maalt and er_faa(celle.vaerditype, opgjort.antal) as usikker
from celle
inner join opgjort on celle.celle_nr = opgjort.celle_nr
where celle.maaltype = 'ingen' and celle.gruppe is null;
