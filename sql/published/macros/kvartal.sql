-- one value: the name of the quarter that holds a day
create macro ud.kvartal(dag) as (
    strftime(dag, '%Y') || '-K' || quarter(dag)
);
