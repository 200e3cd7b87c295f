-- one row per case and month it was open at the end of (aaben), opened in (ny) or closed in (lukket), with who
-- held it on that day
create macro ud.sagsbevaegelser() as table
    select
        hvad.maaned,
        hvad.sag_id,
        hvad.hvad,
        hvad.dag,
        ansvar.team_id,
        ansvar.raadgiver_id
    from (
        select
            m.maaned,
            s.sag_id,
            'aaben' as hvad,
            m.opgjort_pr as dag
        from maaneder() as m
        inner join sager as s
            on
                s.oprettet_dato <= m.opgjort_pr
                and (s.lukket_dato is null or s.lukket_dato > m.opgjort_pr)
        union all
        select
            m.maaned,
            s.sag_id,
            'ny' as hvad,
            s.oprettet_dato as dag
        from maaneder() as m
        inner join sager as s on s.oprettet_dato between m.foerste_dag and m.opgjort_pr
        union all
        select
            m.maaned,
            s.sag_id,
            'lukket' as hvad,
            s.lukket_dato as dag
        from maaneder() as m
        inner join sager as s on s.lukket_dato between m.foerste_dag and m.opgjort_pr
    ) as hvad
    inner join sagsansvar() as ansvar
        on
            hvad.sag_id = ansvar.sag_id
            and (ansvar.fra_dato is null or ansvar.fra_dato <= hvad.dag)
            and (ansvar.til_dato is null or ansvar.til_dato > hvad.dag);
