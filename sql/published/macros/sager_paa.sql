-- one row per case open on a day, with who held it
create macro ud.sager_paa(dag) as table
    select
        s.sag_id,
        s.oprettet_dato,
        alder(s.foedselsdato, dag) as alder,
        ansvar.team_id,
        ansvar.raadgiver_id
    from sager as s
    inner join sagsansvar() as ansvar
        on
            s.sag_id = ansvar.sag_id
            and (ansvar.fra_dato is null or ansvar.fra_dato <= dag)
            and (ansvar.til_dato is null or ansvar.til_dato > dag)
    where s.oprettet_dato <= dag and (s.lukket_dato is null or s.lukket_dato > dag)
    order by s.sag_id;
