-- one row per month computed, for whatever plan
create macro ud.maaneder() as table
    select distinct
        p.periode as maaned,
        p.foerste_dag,
        p.sidste_dag,
        p.opgjort_pr
    from periode as p
    where p.periodetype = 'maaned';
