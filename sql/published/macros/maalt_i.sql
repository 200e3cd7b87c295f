-- one value: what a result's value is a number of; null where it has none
create macro ud.maalt_i(vaerditype, vaerdienhed) as (
    case vaerditype when 'andel' then 'procent' when 'antal' then 'antal' else vaerdienhed end
);
