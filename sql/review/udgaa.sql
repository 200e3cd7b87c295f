-- take an object out of a round, and draw the next reserve of its stratum in its place
update gennemgang.traekning_genstand
set tilstand = 'udgaaet', udgaaet_aarsag = $aarsag, udgaaet_dato = $dato
where traekning_id = $traekning_id and genstand_type = $genstand_type and genstand_id = $genstand_id;

update gennemgang.traekning_genstand
set rolle = 'trukket', traekkes_for = $genstand_id, genlaeser_team_id = $genlaeser_team_id
where
    traekning_id = $traekning_id
    and genstand_type = $reserve_type
    and genstand_id = $reserve_id;
