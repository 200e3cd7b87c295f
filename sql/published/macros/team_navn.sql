-- one value: what a team of the results is called
create macro ud.team_navn(team_id, navn) as (
    case team_id when 'ALLE' then 'Hele afdelingen' else coalesce(navn, team_id) end
);
